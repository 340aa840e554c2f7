import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import { Icon } from './Icon'
import css from './Field.module.css'

interface Labelled {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** The label is for screen readers only; the place in the layout says it to the eye. */
  bare?: boolean
}

function useField({ hint, error }: Pick<Labelled, 'hint' | 'error'>) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    control: {
      id,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy || undefined,
    } as const,
  }
}

function Frame({
  id,
  label,
  hint,
  error,
  bare,
  required,
  children,
}: Labelled & { id: string; required?: boolean | undefined; children: ReactNode }) {
  return (
    <div className={css.field}>
      <label htmlFor={id} className={bare ? 'visually-hidden' : css.label}>
        {label}
        {required && !bare && <span className={css.required}> (required)</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={css.error}>
          <Icon name="alert" size={14} /> {error}
        </p>
      )}
    </div>
  )
}

export function TextField({
  label,
  hint,
  error,
  bare = false,
  ref,
  className,
  ...rest
}: Labelled & { ref?: Ref<HTMLInputElement> } & InputHTMLAttributes<HTMLInputElement>) {
  const field = useField({ hint, error })
  return (
    <Frame id={field.id} label={label} hint={hint} error={error} bare={bare} required={rest.required}>
      <input
        {...rest}
        {...field.control}
        ref={ref}
        className={[css.control, className].filter(Boolean).join(' ')}
      />
    </Frame>
  )
}

export function TextArea({
  label,
  hint,
  error,
  bare = false,
  ref,
  ...rest
}: Labelled & { ref?: Ref<HTMLTextAreaElement> } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = useField({ hint, error })
  return (
    <Frame id={field.id} label={label} hint={hint} error={error} bare={bare} required={rest.required}>
      <textarea {...rest} {...field.control} ref={ref} className={`${css.control} ${css.area}`} />
    </Frame>
  )
}

export function SelectField({
  label,
  hint,
  error,
  bare = false,
  ref,
  children,
  ...rest
}: Labelled & { ref?: Ref<HTMLSelectElement> } & SelectHTMLAttributes<HTMLSelectElement>) {
  const field = useField({ hint, error })
  return (
    <Frame id={field.id} label={label} hint={hint} error={error} bare={bare} required={rest.required}>
      <select {...rest} {...field.control} ref={ref} className={`${css.control} ${css.select}`}>
        {children}
      </select>
    </Frame>
  )
}

export function Checkbox({
  label,
  hint,
  ...rest
}: Pick<Labelled, 'label' | 'hint'> & InputHTMLAttributes<HTMLInputElement>) {
  const field = useField({ hint, error: undefined })
  return (
    <div className={css.checkbox}>
      <input {...rest} {...field.control} type="checkbox" />
      <div>
        <label htmlFor={field.id}>{label}</label>
        {hint && (
          <p id={`${field.id}-hint`} className={css.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
