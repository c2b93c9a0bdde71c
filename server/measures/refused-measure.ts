import { violatedConstraint } from '#db/violated-constraint'
import { DomainError } from '../errors'

/** What the database holds of a measure, as the refusal that a page can show; any other error stays what it is. */
export function refusalOf(error: unknown): unknown {
  switch (violatedConstraint(error)) {
    case 'measure_plan_id_number_key':
      return new DomainError('conflict', 'number-taken', 'number')
    case 'measure_parent_circle':
      return new DomainError('invalid', 'own-part', 'parent')
    case 'measure_parent_plan':
      return new DomainError('invalid', 'unknown-choice', 'parent')
    case 'measure_asked_body':
      return new DomainError('invalid', 'unknown-choice', 'askedBody')
    case 'measure_basic_function_basic_function_id_fkey':
      return new DomainError('invalid', 'unknown-choice', 'basicFunctions')
    case 'measure_period':
      return new DomainError('invalid', 'ends-before-start', 'endsOn')
    default:
      return error
  }
}
