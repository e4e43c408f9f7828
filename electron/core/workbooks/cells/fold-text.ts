export { foldText, keyOf } from '#shared/model/text-key.ts'
