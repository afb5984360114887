// Without scripts the box that shows a password stays hidden, and the form works as it is.
for (const box of document.querySelectorAll('.show input')) {
  const password = document.getElementById(box.getAttribute('aria-controls'))
  const show = () => {
    password.type = box.checked ? 'text' : 'password'
  }
  box.checked = false
  box.parentElement.hidden = false
  box.addEventListener('change', show)
  // Browsers offer to keep what is sent in a password field only.
  password.form.addEventListener('submit', () => {
    box.checked = false
    show()
  })
}
