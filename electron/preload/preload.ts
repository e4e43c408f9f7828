import { ipcRenderer } from 'electron'
import { handOverPort, tellLanguage } from './hand-over.ts'

handOverPort(ipcRenderer, window)
window.addEventListener('DOMContentLoaded', () => tellLanguage(ipcRenderer, document))
