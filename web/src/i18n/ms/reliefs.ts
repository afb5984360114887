import type { reliefs as en } from '../en/reliefs.ts'
import type { Translation } from '../translation.ts'

export const reliefs: Translation<typeof en> = {
  title: 'Pelepasan',
  legend: { counts: 'Dikira', suggested: 'Cadangan', left: 'Baki' },
  found: 'Dijumpai',
  automatic: 'Automatik',
  nothingFound: 'Belum ada yang dijumpai. Ambil gambar resit, dan pelepasannya akan muncul di sini.',
  receipts: '{count, plural, other {# resit}}',
  showInReceipts: 'Tunjukkan dalam resit',
  noReceipts: 'Belum ada resit yang dikira di sini.',
  counts: '{used} daripada {limit}',
  noLimit: '{used} dikira',
  conditions: 'Apa kata undang-undang',
  keep: 'Simpan',
  keepText: 'Simpan resit dan apa yang dikehendaki undang-undang sehingga {day}.',
  section: 'Seksyen {section} Akta Cukai Pendapatan 1967',
  toCheck: 'Perlu disemak',
  setAside: 'Pelepasan lain dalam kumpulan ini telah digunakan; hanya satu dibenarkan.',
  blockedByYear: 'Telah dituntut pada {year}; ia tidak boleh dituntut setiap tahun.',
  gifts: 'Derma',
  rebates: 'Rebat',
  noLaw: {
    title: 'Kami tidak tahu undang-undang bagi {year}',
    text: 'Resit tahun ini disimpan dan boleh dibaca. Tiada yang dituntut di sini.',
  },
}
