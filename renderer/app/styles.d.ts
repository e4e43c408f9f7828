/** The style sheet of Ant Design in our themes, written by build/antd-css.ts. */
declare module 'virtual:antd.css'
