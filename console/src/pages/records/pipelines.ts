import { shallowRef } from 'vue'
import { api } from '@/api/client'
import type { Link } from '@/api/types'

export interface Stage extends Link {
  /** How likely a sale is, in per cent. */
  rate: number
}

export interface Pipeline extends Link {
  stages: Stage[]
}

export const pipelines = shallowRef<Pipeline[]>([])

/** The company's pipelines with their stages; asked when first needed. */
export async function loadPipelines(again = false): Promise<Pipeline[]> {
  if (again || pipelines.value.length === 0) {
    pipelines.value = (await api.get<{ items: Pipeline[] }>('/pipelines')).items
  }
  return pipelines.value
}
