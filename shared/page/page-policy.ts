/**
 * The style of a paper shown within the page (core/reports/html/stylesheet.ts). Threat: a style slipped in as text; only
 * this very text is a style, whatever stands in the frame.
 */
export const paperStyle = 'sha256-dHRjy49uxRejKo6KaiipJVJToT7nKHNCL+S/l24MeuI='

/**
 * What the page may do, the same in the desktop window and in the browser. Nothing comes from anywhere but the program
 * itself: a script or style that slipped into the register as text has no way to run, and nothing can be sent out.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${paperStyle}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sent with every file of the page. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=(), display-capture=()',
  // The register's figures must not stay behind in a browser's cache.
  'Cache-Control': 'no-store',
}
