/** Hands bytes to the merchant as a file. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A browser that asks where to put it may take a while.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
