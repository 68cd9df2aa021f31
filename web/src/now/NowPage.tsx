import { Page } from "../parts/Page";
export function NowPage() { return <Page title="Now"> </Page>; }
