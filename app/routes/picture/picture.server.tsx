import type { ReactElement } from 'react'
import { toDay } from '#app/i18n/format'
import type { PictureName } from '#app/pictures/picture-names'
import { BoardPicture } from '#app/routes/board/board-picture'
import { MatrixPicture } from '#app/routes/matrix/matrix-picture'
import { MapPicture } from '#app/routes/responsibility-map/map-picture'
import { TimelinePicture } from '#app/routes/timeline/timeline-picture'
import type { Actor } from '#server/auth/actor.shared'
import { readTimeline } from '#server/baselines/plan-timeline'
import { readTimelineView, windowOf } from '#server/baselines/plan-timeline.shared'
import type { AppContext } from '#server/context'
import { countMeasures } from '#server/measures/count-measures'
import { readBoard } from '#server/measures/measure-board'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { listBodiesOfPlan } from '#server/measures/measure-list'
import { readMatrix } from '#server/measures/measure-matrix'
import { readResponsibilityMap } from '#server/measures/responsibility-map'
import { readMapView, shownSectors } from '#server/measures/responsibility-map.shared'
import { readPlan } from '#server/plans/plan-queries'
import { Captioned } from './captioned'

interface Asked {
  db: AppContext['db']
  actor: Actor
  params: URLSearchParams
}

/** @returns the picture with what it shows; null for a group without a plan */
export async function pictureOf(name: PictureName, { db, actor, params }: Asked): Promise<ReactElement | null> {
  const filters = readMeasureFilters(params)
  const [plan, counts, bodies] = await Promise.all([
    readPlan(db, actor),
    countMeasures(db, actor, filters),
    listBodiesOfPlan(db, actor),
  ])
  if (!plan) return null
  const about = { plan, counts, bodies, filters, groupName: actor.groupName, today: toDay(new Date()) }
  switch (name) {
    case 'matrix': {
      const cells = await readMatrix(db, actor, filters)
      return (
        <Captioned name={name} about={about}>
          {caption => <MatrixPicture {...{ caption, plan, cells, filters }} />}
        </Captioned>
      )
    }
    case 'board': {
      const columns = await readBoard(db, actor, filters)
      return (
        <Captioned name={name} about={about}>
          {caption => <BoardPicture {...{ caption, columns }} />}
        </Captioned>
      )
    }
    case 'timeline': {
      const view = readTimelineView(params)
      const { rows, years, baseline, page, pages } = await readTimeline(db, actor, filters, view.page)
      const window = windowOf(view, years, about.today)
      return (
        <Captioned name={name} about={{ ...about, page, pages, baseline }}>
          {caption => <TimelinePicture {...{ caption, rows, window, hasBaseline: baseline !== null }} />}
        </Captioned>
      )
    }
    case 'map': {
      const view = readMapView(params)
      const { sectors, rows, page, pages } = await readResponsibilityMap(db, actor, filters, view.page)
      const shown = shownSectors(sectors, view)
      const sector = shown.length < sectors.length ? shown[0] : undefined
      return (
        <Captioned name={name} about={{ ...about, page, pages, sector }}>
          {caption => <MapPicture {...{ caption, rows, sectors: shown }} />}
        </Captioned>
      )
    }
  }
}
