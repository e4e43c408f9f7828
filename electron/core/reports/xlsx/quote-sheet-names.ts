/** A sheet name with a space must stand in quotes in a defined name, or Excel calls the file damaged; hucre leaves them out. */
export function quoteSheetNames(xml: string): string {
  return xml.replaceAll(/(<definedName [^>]*>)([^<!']+)!/g, (_, tag: string, name: string) => `${tag}'${name}'!`)
}
