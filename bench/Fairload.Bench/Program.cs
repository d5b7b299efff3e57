using Fairload.Bench;

// Measures what docs/performance.md tells. Times are medians of several runs; no test depends on them.
//   bench import            a 50,000-child Annex A workbook looked at and applied, as whole processes
//   bench pages [postgres]  server time of the Team and Service pages, 400 and 4,000 workers
//   bench meeting [postgres] a meeting of a whole council: from the database to the stored proposal
//   bench public            the allocation engine on public problems, beside the best known answers
//   bench made-up FOLDER    the made-up assignment problems as files, for other solvers (bench/compare does that)
//   bench share [items] [holders] [seeds]  a whole council shared out: seconds, and how far from perfect sharing
//   bench one               who should take one case, among 1,000 people
//   bench disclosure        tables of made-up councils protected and audited
//   bench councils [count]  hard rules and bounds in so many small made-up councils
return args switch
{
    ["import", .. var rest] => await ImportBench.Run(rest),
    ["meeting", .. var rest] => await MeetingBench.Run(rest),
    ["pages", .. var rest] => await PageBench.Run(rest),
    ["public", .. var rest] => PublicBench.Run(rest),
    ["share", .. var rest] => ShareBench.Run(rest),
    ["one", ..] => OneCaseBench.Run(),
    ["councils", .. var rest] => CouncilsBench.Run(rest),
    ["disclosure", ..] => DisclosureBench.Run(),
    ["made-up", var folder] => MadeUpAssignment.Write(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "bench import [sqlite|postgres] [children] | bench pages [sqlite|postgres] | bench meeting [sqlite|postgres] |\n"
        + "bench share [items] [holders] [seeds] |\n"
        + "bench one | bench disclosure | bench councils [count] | bench made-up FOLDER |\n"
        + "bench public [--seconds S] [--seed N] [--only REGEX]   (postgres: TEST_POSTGRES names the server)");
    return 2;
}
