import {
  Avatar,
  Bell,
  Box,
  Calendar,
  ChatDotRound,
  Checked,
  Coin,
  Connection,
  Cpu,
  DataAnalysis,
  Delete,
  Document,
  EditPen,
  Grid,
  Histogram,
  Key,
  Lock,
  Menu,
  Notebook,
  Odometer,
  OfficeBuilding,
  Postcard,
  Promotion,
  Star,
  Tickets,
  TrendCharts,
  Umbrella,
  Upload,
  User,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

/** An entry of the side navigation. It shows when a route of that name exists and its `meta.can` allows it. */
export interface Entry {
  /** The route's name; its words are `shell.nav.<name>`. */
  name: string
  icon: Component
}

export interface Group {
  name: 'work' | 'admin'
  entries: Entry[]
}

export const navigation: Group[] = [
  {
    name: 'work',
    entries: [
      { name: 'today', icon: Calendar },
      { name: 'customers', icon: OfficeBuilding },
      { name: 'leads', icon: Promotion },
      { name: 'contacts', icon: Postcard },
      { name: 'opportunities', icon: Coin },
      { name: 'board', icon: Grid },
      { name: 'products', icon: Box },
      { name: 'pool', icon: Umbrella },
      { name: 'claims', icon: Star },
      { name: 'approvals', icon: Checked },
      { name: 'visits', icon: Notebook },
      { name: 'demands', icon: ChatDotRound },
      { name: 'satisfaction', icon: Bell },
      { name: 'contracts', icon: Document },
      { name: 'outreach', icon: Connection },
      { name: 'imports', icon: Upload },
      { name: 'jobs', icon: Tickets },
      { name: 'dashboard', icon: Odometer },
      { name: 'team', icon: TrendCharts },
    ],
  },
  {
    name: 'admin',
    entries: [
      { name: 'staff', icon: User },
      { name: 'roles', icon: Avatar },
      { name: 'menus', icon: Menu },
      { name: 'fields', icon: EditPen },
      { name: 'rules', icon: Lock },
      { name: 'approvalKinds', icon: Histogram },
      { name: 'apps', icon: Key },
      { name: 'audit', icon: DataAnalysis },
      { name: 'recycle', icon: Delete },
      { name: 'system', icon: Cpu },
    ],
  },
]
