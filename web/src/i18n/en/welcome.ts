export const welcome = {
  sentence: 'Photograph a receipt. See what it takes off your tax, and why. Nothing leaves this server.',
  erased: 'Everything of yours on this server is erased, and you are signed out.',
  erasing:
    'Everything of yours on this server is being erased, which takes a few minutes more. You are signed out.',
  create: 'Create an account',
  signIn: 'Sign in',
  independent:
    'Independent of LHDN. It helps you; it is not tax advice, and you sign the return. The shop in the picture is made up.',
  picture:
    'A receipt of an invented bookshop: its name, its date and its total are marked. Books for RM 89.90 count as lifestyle, RM 13.20 of paper does not.',
  example: {
    lifestyle: 'Lifestyle',
    left: 'RM 522.10 left',
    text: 'RM 89.90 books count. RM 13.20 paper does not.',
  },
} as const
