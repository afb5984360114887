import type { UnusableReason } from '../../reading/ports.ts'
import type { Texts } from '../en/index.ts'

const unusable: Record<UnusableReason, string> = {
  empty: 'Fail ini kosong.',
  unsupported: 'Ini bukan fail JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF atau PDF, dan bukan e-Invois.',
  damaged: 'Fail ini rosak atau tidak lengkap.',
  too_many_pixels:
    'Gambar atau halaman ini mempunyai terlalu banyak piksel. Simpan semula lebih kecil, atau sebagai JPEG biasa yang bukan progresif.',
  too_many_pages: 'Fail ini mempunyai terlalu banyak halaman.',
  encrypted: 'PDF ini dilindungi dengan kata laluan.',
  wrong_password: 'Kata laluan ini tidak membuka PDF tersebut.',
  too_large: 'E-Invois ini terlalu besar.',
  not_an_invoice: 'Fail ini bukan e-Invois.',
  other_invoice:
    'Ini invois elektronik rangkaian lain, seperti Peppol, bukan e-Invois yang disahkan MyInvois. Muat naik invois itu ' +
    'sebagai PDF atau gambar.',
  incomplete: 'E-Invois ini tidak mempunyai angka yang diperlukan.',
  contradicting: 'Angka-angka dalam e-Invois ini bercanggah.',
  consolidated:
    'Ini e-Invois disatukan: kedai mengeluarkannya kepada orang awam bagi jualan sebulan. Ia tidak menunjukkan apa yang ' +
    'anda beli. Simpan resit anda, atau minta e-Invois atas nama anda daripada kedai.',
  self_billed:
    'Ini e-Invois bil kendiri: pembeli mengeluarkannya bagi pihak penjual. Ia tidak menunjukkan perbelanjaan anda.',
  not_valid:
    'E-Invois ini tidak sah di MyInvois semasa fail ini dibuat: ia telah dibatalkan, atau belum disahkan.',
}

export const files: Texts['files'] = { unusable: (reason) => unusable[reason] }
