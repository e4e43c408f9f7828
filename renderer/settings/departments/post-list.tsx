import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Department, Post } from '#shared/contract/organisation.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useFailureMessage, useRefusal } from '#renderer/components/use-refusal.ts'
import { AddLine } from '../add-line.tsx'
import styles from '../settings.module.css'

/** The posts of a department. */
export function PostList({ department }: { department: Department }) {
  const { t } = useTranslation('settings')
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const { data } = useQuery(api.organisation.posts.queryOptions({ input: { departmentId: department.id } }))
  const [edited, setEdited] = useState<string>()
  return (
    <section className={styles.posts} aria-labelledby="posts-of-department">
      <h4 id="posts-of-department">{t('posts.title', { count: data?.length ?? 0 })}</h4>
      <ul data-testid="posts" data-ready={data !== undefined}>
        {data?.map((post) => (
          <li key={post.id} data-testid="post">
            {post.id === edited ? <PostForm post={post} onEnd={() => setEdited(undefined)} /> : <PostLine post={post} onEdit={() => setEdited(post.id)} />}
          </li>
        ))}
      </ul>
      {data?.length === 0 ? <p className={styles.none}>{t('posts.none')}</p> : null}
      <AddLine label={t('posts.add')} placeholder={t('posts.add.hint')} testId="add-post" onAdd={async (name) => { await client.organisation.createPost({ departmentId: department.id, name }); await refresh() }} />
    </section>
  )
}

function PostLine({ post, onEdit }: { post: Post; onEdit: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const withdraw = async () => {
    try {
      await client.organisation.withdrawPost({ id: post.id })
      await refresh()
      void message.success(t('posts.withdrawn', { name: post.name }))
    } catch (error) {
      tell(error)
    }
  }
  const ask = () => {
    void modal.confirm({ title: t('posts.withdraw.title', { name: post.name }), content: t('posts.withdraw.text'), okText: t('posts.withdraw'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: withdraw })
  }
  return (
    <div className={styles.post}>
      <div>
        <b>{post.name}</b> <small>{t('posts.counts', { powers: post.powers, points: post.riskPoints })}</small>
        {post.duties === null || post.duties === '' ? null : <p>{post.duties}</p>}
      </div>
      <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('posts.edit', { name: post.name })} title={t('common:edit')} onClick={onEdit} data-testid="edit-post" />
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('posts.withdraw.title', { name: post.name })} title={t('posts.withdraw')} onClick={ask} data-testid="withdraw-post" />
    </div>
  )
}

function PostForm({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal(['name'])
  const [name, setName] = useState(post.name)
  const [duties, setDuties] = useState(post.duties ?? '')
  const save = async () => {
    const done = await refusals.attempt(() => client.organisation.savePost({ id: post.id, revision: post.revision, name: name.trim(), duties: duties.trim() || null }))
    if (!done) return
    await refresh()
    onEnd()
  }
  return (
    <form className={styles.postForm} onSubmit={(event) => { event.preventDefault(); void save() }} onKeyDown={(event) => { if (event.key === 'Escape') onEnd() }}>
      <Input value={name} autoFocus aria-label={t('posts.name')} onChange={(event) => setName(event.target.value)} data-testid="post-name" />
      <ErrorSentence failure={refusals.of('name')} />
      <Input.TextArea value={duties} aria-label={t('posts.duties')} placeholder={t('posts.duties')} onChange={(event) => setDuties(event.target.value)} />
      <ErrorSentence failure={refusals.general} />
      <div><Button type="primary" size="small" htmlType="submit" disabled={name.trim() === ''}>{t('common:save')}</Button> <Button size="small" onClick={onEnd}>{t('common:cancel')}</Button></div>
    </form>
  )
}
