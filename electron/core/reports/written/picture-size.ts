/** What a picture says of itself. */
export interface PictureSize { readonly type: 'png' | 'jpg'; readonly width: number; readonly height: number }

/** Kind and size of a picture by its own bytes, whatever its name says; undefined for anything that is neither PNG nor JPEG. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = isPng(bytes) ? pngSize(view) : jpegSize(view)
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const isPng = (bytes: Uint8Array): boolean => bytes.length >= 33 && pngSignature.every((byte, index) => bytes[index] === byte)

/** IHDR comes first and holds both sizes (PNG 11.2.2). */
function pngSize(view: DataView): PictureSize | undefined {
  return view.getUint32(12) === 0x49484452 ? { type: 'png', width: view.getUint32(16), height: view.getUint32(20) } : undefined
}

/** Frame headers SOF0 to SOF15, without the three markers among them that are none (JPEG B.1.1.3). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Walks the segments up to the frame header; a segment that reaches beyond the end is no picture. */
function jpegSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { type: 'jpg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const length = view.getUint16(at + 2)
    if (length < 2) return undefined
    at += 2 + length
  }
  return undefined
}
