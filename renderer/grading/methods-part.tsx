import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/app/connection.tsx'
import { NotFound } from '#renderer/app/not-found.tsx'
import { MethodEditor } from './editor/method-editor.tsx'
import { NewMethodEditor } from './editor/new-method-editor.tsx'
import { MethodList } from './method-list.tsx'
import { MethodView } from './method-view.tsx'

/** Methods of grading: `` is the list, `<id>` a method, `<id>/2` its second version, `<id>/edit` its next one, `new/<base>` a new one. */
export function MethodsPart({ path }: { path: string }) {
  const api = useApi()
  const { data } = useQuery(api.grading.methods.queryOptions())
  const scales = useQuery(api.organisation.scales.queryOptions())
  const [first = '', second = ''] = path.split('/')
  if (data === undefined || scales.data === undefined) return <div aria-busy="true" />
  const all = scales.data.map(({ scale }) => scale)
  if (first === '') return <MethodList methods={data.methods} scales={all} />
  if (first === 'new') return <NewMethodEditor key={second} base={second} methods={data.methods} scales={all} />
  const method = data.methods.find(({ id }) => id === first)
  if (method === undefined) return <NotFound />
  return second === 'edit' ? <MethodEditor key={method.id} method={method} scales={all} /> : <MethodView key={path} method={method} scales={all} shown={Number(second)} />
}
