using Fairload.Bench;
using Fairload.Testing;

// Measures what docs/performance.md tells. Times are medians of several runs; no test depends on them.
//   bench import            a 50,000-child Annex A workbook looked at and applied, as whole processes
//   bench pages [postgres]  server time of the Team and Service pages, 400 and 4,000 workers
//   bench meeting [postgres] a meeting of a whole council: from the database to the stored proposal
//   bench public            the allocation engine on public problems, beside the best known answers
//   bench made-up FOLDER    the made-up assignment problems as files, for other solvers (bench/compare does that)
//   bench share [items] [holders] [seeds]  a whole council shared out: seconds, and how far from perfect sharing
//   bench one               who should take one case, among 1,000 people
//   bench ballots [sqlite|postgres] [--beside PORT]  durable ballots a second with 200 clients, beside a peer that listens at PORT
//   bench kills [count] [sqlite|postgres]  kills the ballot store while 200 clients answer, so many times
//   bench disclosure        tables of made-up councils protected and audited
//   bench survey-rounds SEED FOLDER [alike]  two rounds of a made-up council let out, for bench/survey-attack
//   bench survey-structure DATA ROUND ROUND FILE  who was asked in two rounds of a database, for bench/survey-attack
//   bench coverage          how many staff find their team in a group that is shown
//   bench results           5,000 ballots of 60 items decided and counted, and read again
//   bench results-page [postgres]   the pages of these results over HTTP
//   bench health-check [postgres]   pages of the yearly check of the demo over HTTP, and the Word document for members
//   bench report FOLDER     a long report as every file, and one left in the folder
//   bench councils [count]  hard rules and bounds in so many small made-up councils
return args switch
{
    ["import", .. var rest] => await ImportBench.Run(rest),
    ["meeting", .. var rest] => await MeetingBench.Run(rest),
    ["pages", .. var rest] => await PageBench.Run(rest),
    ["public", .. var rest] => PublicBench.Run(rest),
    ["share", .. var rest] => ShareBench.Run(rest),
    ["one", ..] => OneCaseBench.Run(),
    ["ballots", var folder, var round, var port] when Guid.TryParse(round, out _) => await BallotPlace([folder, round, port]),
    ["ballots", .. var rest] => await BallotBench.Run(rest),
    ["kills", .. var rest] => await KillBench.Run(rest),
    ["councils", .. var rest] => CouncilsBench.Run(rest),
    ["disclosure", ..] => DisclosureBench.Run(),
    ["coverage", ..] => CoverageBench.Run(),
    ["results", ..] => ResultsBench.Run(),
    ["results-page", .. var rest] => await ResultPageBench.Run(rest),
    ["survey-rounds", _, _, ..] => SurveyRoundsBench.Run(args[1..]),
    ["survey-structure", _, _, _, _] => await SurveyStructureBench.Run(args[1..]),
    ["health-check", .. var rest] => await HealthCheckBench.Run(rest),
    ["report", var folder] => ReportBench.Run(folder),
    ["made-up", var folder] => MadeUpAssignment.Write(folder),
    _ => Usage(),
};

static async Task<int> BallotPlace(string[] words)
{
    await BallotSite.Run(words);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        "bench import [sqlite|postgres] [children] | bench pages [sqlite|postgres] | bench meeting [sqlite|postgres] |\n"
        + "bench share [items] [holders] [seeds] |\n"
        + "bench ballots [sqlite|postgres] [--beside PORT] | bench kills [count] [sqlite|postgres] |\n"
        + "bench one | bench disclosure | bench health-check [sqlite|postgres] | bench report FOLDER | bench councils [count] | bench made-up FOLDER |\n"
        + "bench survey-rounds SEED FOLDER [alike] | bench survey-structure DATA ROUND ROUND FILE | bench coverage | bench results | bench results-page [sqlite|postgres] |\n"
        + "bench public [--seconds S] [--seed N] [--only REGEX]   (postgres: TEST_POSTGRES names the server)");
    return 2;
}
