using Fairload.App.Home;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Home;

/// <summary>What surveys ask of somebody today, as lines of the list.</summary>
internal sealed class SurveyLines(Catalogue T, SurveysToday now)
{
    public IEnumerable<TodayLine> Lines() => [.. Answer(), .. Plan(), .. Comments(), .. Out(), .. Watch()];

    /// <summary>The same for all who are asked: who has answered is not known.</summary>
    private IEnumerable<TodayLine> Answer() => now.Open.Select(round => new TodayLine(
        Urgency.Soon, round.ClosesOn.AddDays(-1),
        round.Mode == RoundMode.Kiosk
            ? T["A survey is open until {0}: {1}. Answer it at the device that stands ready for it.", Last(round), Name(round)]
            : T["A survey is open until {0}: {1}. Use the code you were given.", Last(round), Name(round)],
        "/answer", T["Answer"]));

    private IEnumerable<TodayLine> Plan() => now.Plans.Select(round => round.State switch
    {
        RoundState.Planned => Step(
            round, round.OpensOn, T["{0} was to open on {1}, and nobody is invited yet.", Name(round), round.OpensOn], T["Open it"]),
        RoundState.Open => Step(
            round, round.ClosesOn, T["The last day of {0} was {1}, and it is not closed yet.", Name(round), Last(round)], T["Close it"]),
        _ => Step(round, round.ClosesOn, T["{0} is closed, and nothing of it is let out yet.", Name(round)], T["Open the survey"]),
    });

    private IEnumerable<TodayLine> Comments() =>
    [
        .. now.ToRead.Select(round => new TodayLine(
            Urgency.Soon, round.ClosesOn,
            T.Count(round.ToRead, "{0} comment of {1} waits for you as a reader.", "{0} comments of {1} wait for you as a reader.",
                Name(round)),
            $"/surveys/{round.Id}/comments/read", T["Read"])),
        .. now.PassedOn.Select(round => new TodayLine(
            Urgency.Told, round.ClosesOn,
            T.Count(round.PassedOn, "{0} comment of {1} was passed on because somebody may have to act. Ask {2} whether it arrived.",
                "{0} comments of {1} were passed on because somebody may have to act. Ask {2} whether they arrived.",
                Name(round), round.SafePerson),
            $"/surveys/{round.Id}/comments", T["Open the comments"])),
    ];

    private IEnumerable<TodayLine> Out() => now.New.Select(round => new TodayLine(
        Urgency.Soon, round.ReleasedOn,
        T["Results of {0} were let out on {1}. Read them, and talk about them.", Name(round), round.ReleasedOn!.Value],
        $"/surveys/{round.Id}/results", T["Read the results"]));

    private IEnumerable<TodayLine> Watch()
    {
        if (now.NotProved is { } failed)
        {
            yield return new(Urgency.Late, failed.HeldOn,
                T["The audit of {0} did not prove all that was let out. Nothing more may be let out before it is known why.",
                    failed.HeldOn],
                "/disclosure", T["See what was let out"]);
        }

        if (now.UnsignedReturn is { } year)
        {
            yield return new(Urgency.ScoreDue, null, T["The employer's return of {0} is not signed yet.", year], "/surveys/return",
                T["Open the returns"]);
        }
    }

    private static TodayLine Step(RoundToday round, DateOnly day, string says, string action) =>
        new(Urgency.Transfer, day, says, $"/surveys/{round.Id}", action);

    private string Name(RoundToday round) => RoundWords.Of(T, round.Name);

    private static DateOnly Last(RoundToday round) => round.ClosesOn.AddDays(-1);
}
