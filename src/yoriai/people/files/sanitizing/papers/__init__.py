"""PDF: pages are seen and their letters read in one process, and a new PDF is built of both in another."""
