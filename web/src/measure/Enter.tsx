import { api } from "../api/client";
import { ActDialog, textOf } from "../parts/ActDialog";
import { measureText as text } from "../text/measure";
import { readGiven } from "./given";

/** Values that are entered by hand. */
export function Enter({ name }: { name: string }) {
  const enter = async (form: FormData): Promise<{ error?: unknown }> => {
    const read = readGiven(textOf(form, "values"));
    if ("line" in read) {
      return { error: { status: 422, title: `Line ${read.line} cannot be read`, detail: `“${read.said}” is not a day, a comma and a number.` } };
    }
    return api.POST("/api/v1/measures/{name}/observations", { params: { path: { name } }, body: { observations: read.given } });
  };
  return (
    <ActDialog button={text.enter} title={text.enterTitle} does={text.record} act={enter}>
      <p>{text.enterSays}</p>
      <label className="field">
        {text.enterLabel}
        <textarea name="values" required rows={6} placeholder={text.enterExample} />
      </label>
    </ActDialog>
  );
}
