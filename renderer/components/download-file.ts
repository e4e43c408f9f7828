/** Hands a file to the person: the browser's, or on the desktop the system's, way of saving it. */
export function downloadFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The address must live until the download has begun; one minute is ample and costs one reference.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
