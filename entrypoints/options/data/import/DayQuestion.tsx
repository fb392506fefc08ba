import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { DAY_ORDERS, type DayOrder } from '@/utils/domain/cells/days.ts';
import type { Fault } from '@/utils/domain/fault.ts';
import { faultPlace } from '@/utils/texts/data/faults.ts';
import { dateText } from '@/utils/texts/due/days.ts';

interface DayQuestionProps {
  name: string;
  fault: Fault;
  onAnswer: (order: DayOrder) => Promise<void>;
  onCancel: () => void;
}

/** Asks which day is meant where a table does not say: the answer holds for the whole column. */
export function DayQuestion({ name, fault, onAnswer, onCancel }: DayQuestionProps) {
  const { readings = {} } = fault;
  return (
    <div class="card warn stack tight preview">
      <h3>{i18n.t('data.questionHeading', [name])}</h3>
      <p>
        <strong>{faultPlace(fault)}</strong>
      </p>
      <p>{i18n.t('data.questionText')}</p>
      <div class="row">
        {DAY_ORDERS.map((order) => {
          const day = readings[order];
          return (
            day !== undefined && (
              <Action key={order} onPress={() => onAnswer(order)}>
                {dateText({ basis: 'entered', date: day })}
              </Action>
            )
          );
        })}
        <Action kind="plain" onPress={onCancel}>
          {i18n.t('common.cancel')}
        </Action>
      </div>
    </div>
  );
}
