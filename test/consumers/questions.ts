/** Three questions an analyst asks, and their answers in SQL over the table of public events. */
import type { DuckDBConnection } from '@duckdb/node-api';

/** A question and the statement that answers it. */
export interface Question {
  readonly title: string;
  readonly sql: string;
}

export const leadTimes: Question = {
  title: 'How long does an approval take, by prefecture?',
  sql: `
    select left(data->>'area', 4) || '00' as prefecture,
           count(*)::integer as approvals,
           round(median(date_diff('second', (data->>'acceptedAt')::timestamptz, time)) / 86400, 4) as median_days,
           round(median(date_diff('second', (data->>'filedAt')::timestamptz, time)) / 86400, 4)
             as median_days_from_filing
    from events
    where type = 'ApplicationApproved' and (data->>'acceptedAt') is not null
    group by 1
    order by 1`,
};

export const adjustments: Question = {
  title: 'How often was the plan of each center adjusted?',
  sql: `
    select started.subject as "case",
           started.data->>'proposedName' as center,
           count(adjusted.seq)::integer as adjustments,
           coalesce(arg_max(adjusted.data->>'dueAt', adjusted.seq), any_value(started.data->>'dueAt')) as due
    from events started
    left join events adjusted on adjusted.subject = started.subject and adjusted.type = 'AdjustmentApproved'
    where started.type = 'ProjectStarted'
    group by 1, 2
    order by 2`,
};

/** A correction replaces the report of its period; an adjustment replaces what was planned. */
export const spending: Question = {
  title: 'How much of the planned public money was spent, by center?',
  sql: `
    with plans as (
      select subject, arg_max(data->>'publicPlannedFen', seq)::hugeint as planned
      from events
      where type in ('ProjectStarted', 'AdjustmentApproved') and (data->>'publicPlannedFen') is not null
      group by 1
    ), periods as (
      select subject, data->>'period' as period, arg_max(data->>'publicSpendFen', seq)::hugeint as spent
      from events
      where type in ('ProgressReported', 'ProgressCorrected') and (data->>'publicSpendFen') is not null
      group by 1, 2
    )
    select started.data->>'proposedName' as center,
           (planned / 100)::decimal(18, 2) as planned_cny,
           (coalesce(sum(spent), 0) / 100)::decimal(18, 2) as spent_cny,
           round(100 * coalesce(sum(spent), 0) / nullif(planned, 0), 1) as percent
    from events started
    join plans using (subject)
    left join periods using (subject)
    where started.type = 'ProjectStarted'
    group by 1, planned
    order by 1`,
};

/** Rows of the answer. */
export async function answer(database: DuckDBConnection, { sql }: Question) {
  return (await database.runAndReadAll(sql)).getRowObjectsJson();
}
