import type { Field } from '@/pages/records/catalog'
import type { Pipeline, Stage } from '@/pages/records/pipelines'
import type { Standing } from '@/pages/records/standing'
import type { Scene } from '@/pages/records/useScenes'
import type { Detail, Item } from '@/pages/records/values'
import type { components } from './schema'
import type { Job, Link, Me } from './types'

type Schemas = components['schemas']

/** What a type reads that the server's own document does not say; nothing, if all is well. */
type Unsaid<Name extends keyof Schemas, T> = Exclude<keyof T, keyof Schemas[Name]>

/** Does not compile where the console reads what the server does not say. */
type Agreed<T extends never> = T

export type Agreement = [
  Agreed<Unsaid<'Me', Me>>,
  Agreed<Unsaid<'Link', Link>>,
  Agreed<Unsaid<'Job', Job>>,
  Agreed<Unsaid<'Field', Field>>,
  Agreed<Unsaid<'Scene', Scene>>,
  Agreed<Unsaid<'Record', Item>>,
  Agreed<Unsaid<'RecordDetail', Detail>>,
  Agreed<Unsaid<'Protection', Standing>>,
  Agreed<Unsaid<'PipelineStage', Stage>>,
  Agreed<Unsaid<'Pipeline', Pipeline>>,
]
