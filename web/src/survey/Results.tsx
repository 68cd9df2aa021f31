import { queries } from "../api/client";
import type { components } from "../api/schema";
import { amountOf } from "../outcome/amount";
import { Asked } from "../parts/Asked";
import { dateOf } from "../parts/time";
import { surveysText as text } from "../text/surveys";
import { rangeOf, resultOf } from "./amounts";
import type { Survey } from "./SurveysPage";

type Whole = components["schemas"]["SurveyResults"];
type Result = Whole["results"]["results"][number];
type Numbers = components["schemas"]["SurveyNumbers"];
type Amount = components["schemas"]["SurveyAmount"];

/** What a wave came to. Groups with too few answers have no numbers, and say so. */
export function Results({ survey, wave }: { survey: Survey; wave: number }) {
  const { name } = survey;
  const query = queries.useQuery("get", "/api/v1/surveys/{name}/results", { params: { path: { name }, query: { wave } } }, { staleTime: Infinity });
  return (
    <Asked query={query}>
      {({ thresholds, results }) => (
        <>
          <p className="reading">{text.responseRate(`${Math.round(results.responseRate * 100)}\u00a0%`, results.answered, results.invited)}</p>
          {results.barrier && <p className="reading">{text.barrier(results.barrier)}</p>}
          <p className="muted">{text.thresholds(thresholds.numbers, thresholds.comments)}</p>
          {results.results.map((each) => (
            <OneItem key={each.item} survey={survey} result={each} />
          ))}
          <Recorded measures={results.measures} />
          {results.comments.length > 0 && <Comments comments={results.comments} />}
        </>
      )}
    </Asked>
  );
}

/** The words of what was asked, unless it is asked in other words since. */
function askedIn(survey: Survey, result: Result): string {
  return survey.items.find((item) => item.name === result.item && item.version === result.version)?.ask ?? result.item;
}

function OneItem({ survey, result }: { survey: Survey; result: Result }) {
  const [group, answers, amount, range] = text.resultColumns;
  return (
    <>
      <h3>
        {askedIn(survey, result)} <span className="muted small">{`${result.item}, ${result.kind}`}</span>
      </h3>
      <table className="stack results">
        <thead>
          <tr>
            <th scope="col">{group}</th>
            <th scope="col" className="number">
              {answers}
            </th>
            <th scope="col">{amount}</th>
            <th scope="col">{range}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={text.all} numbers={result.all} />
          {result.weighted && <AmountRow name={text.weighted} n={null} amount={{ ...result.weighted, counted: null }} />}
          {result.groups.map((each) => (
            <Row key={each.attribute + each.group} name={`${each.attribute}: ${each.group}`} numbers={each.numbers} />
          ))}
        </tbody>
      </table>
      {result.all && result.all.distribution.length > 0 && <Distribution numbers={result.all} />}
    </>
  );
}

function Row({ name, numbers }: { name: string; numbers: Numbers }) {
  if (numbers === null) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3} className="muted">
          {text.tooFew}
        </td>
      </tr>
    );
  }
  return numbers.amounts.map((amount) => <AmountRow key={amount.what} name={name} n={numbers.n} amount={amount} />);
}

function AmountRow({ name, n, amount }: { name: string; n: number | null; amount: Amount }) {
  const [, answers, result, range] = text.resultColumns;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number" data-name={answers}>
        {n}
      </td>
      <td data-name={result}>
        {resultOf(amount.what, amount.value)} <span className="muted small">{text.amounts[amount.what] ?? amount.what}</span>
      </td>
      <td data-name={range}>{rangeOf(amount.what, amount.lower, amount.upper)}</td>
    </tr>
  );
}

function Distribution({ numbers }: { numbers: NonNullable<Numbers> }) {
  return (
    <details className="twin">
      <summary>{text.distribution}</summary>
      <table className="results">
        <thead>
          <tr>
            <th scope="col">{text.answer}</th>
            <th scope="col">{text.count}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.distribution.map((each) => (
            <tr key={each.label}>
              <th scope="row">{each.label}</th>
              <td>
                <meter min={0} max={Math.max(1, numbers.n)} value={each.count} aria-label={each.label} /> {each.count}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Recorded({ measures }: { measures: Whole["results"]["measures"] }) {
  if (measures.length === 0) return null;
  return (
    <>
      <h3>{text.measures}</h3>
      <ul className="notes">
        {measures.map((each) => (
          <li key={each.measure}>
            {each.why ? text.measureNot(each.measure, each.why) : text.measureSays(each.measure, valueOf(each), dateOf(each.period))}
          </li>
        ))}
      </ul>
    </>
  );
}

function valueOf(each: Whole["results"]["measures"][number]): string {
  return each.value === null ? `${amountOf(each.numerator)} / ${amountOf(each.denominator)}` : amountOf(each.value);
}

function Comments({ comments }: { comments: string[] }) {
  return (
    <>
      <h3>{text.comments}</h3>
      <p className="muted">{text.commentsSay}</p>
      <ul className="notes serif">
        {comments.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}
