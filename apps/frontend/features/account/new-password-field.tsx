import { PASSWORD_MAX, PASSWORD_MIN } from '@reviewguide/contracts'
import { Field } from '../../components/field.tsx'

interface NewPasswordFieldProps {
  label: string
  value: string
  onChange(value: string): void
}

/** Where a password is chosen, with its bounds. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  return (
    <Field
      {...props}
      hint={`At least ${PASSWORD_MIN} characters.`}
      type="password"
      name="new-password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_MIN}
      maxLength={PASSWORD_MAX}
    />
  )
}
