/** The lines of an invented receipt with everything a receipt has. */
export const BOOKSHOP_LINES = [
  'KEDAI BUKU HARAPAN SDN BHD',
  'No 12 Jalan Besar Kuala Lumpur',
  'Date 14/03/2026  10:15',
  'Buku latihan matematik   12.50',
  'Kamus bahasa Melayu      35.90',
  'Pensel warna              8.00',
  'TOTAL RM                 56.40',
  'CASH                     60.00',
  'CHANGE                    3.60',
  'Terima kasih sila datang lagi',
]
