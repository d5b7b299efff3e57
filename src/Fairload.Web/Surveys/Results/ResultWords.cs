using Fairload.App.Surveys.Results;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Charts;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Surveys.Results;

/// <summary>Results of a survey in words.</summary>
internal static class ResultWords
{
    /// <summary>The sign of official statistics for what is hidden to protect people.</summary>
    public const string Hidden = "[c]";

    /// <summary>Kinds of files, with what the link to each says.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Files(Catalogue T) =>
    [
        new("csv", T["CSV"]), new("xlsx", T["Excel"]), new("ods", T["OpenDocument"]), new("json", T["JSON"]),
        new("codebook", T["codebook"]),
    ];

    public static IEnumerable<KeyValuePair<Edition, string>> Editions(Catalogue T) =>
    [
        new(Edition.Internal, T["all that was let out"]),
        new(Edition.Members, T["for elected members"]),
        new(Edition.Public, T["for the public"]),
    ];

    /// <summary>What an edition leaves out; null for the one that leaves nothing out.</summary>
    public static string? About(Catalogue T, Edition edition) => edition switch
    {
        Edition.Members => T["For elected members: the whole and its services, and no group below them."],
        Edition.Public => T["For the public: the whole and its large services. Counts, shares and scores are rounded to the nearest five, scores of 5 to the nearest half."],
        _ => null,
    };

    /// <param name="round">Of which the line is: its whole is everybody of the staff, or people and carers.</param>
    public static string Name(Catalogue T, SurveyRound round, ResultLine line) => line.Level switch
    {
        ResultLevel.Whole when round.IsOfPeople => T["People and carers"],
        ResultLevel.Whole => T["Everybody"],
        ResultLevel.Background => RoundWords.Option(T, line.Name),
        ResultLevel.Service when line.Name.Length == 0 => T["Without a service"],
        _ => RoundWords.Unit(T, line.Name),
    };

    /// <summary>How many answered, as a part of a sentence.</summary>
    public static string Answered(Catalogue T, SurveyRound round, ResultLine line)
    {
        if (!round.IsOfPeople) return $"{Response(T, line)} {T["of those asked."]}";
        if (line is { Answered: { } people, HandedOut: { } sheets }) return T["{0} answered of {1} handed out.", people, sheets];
        return line.Response == ResponseBand.NotKnown ? T["How many answered is not told: how many were asked is not known."]
            : $"{Response(T, line.Response)} {T["of those who were handed a sheet."]}";
    }

    public static string Response(Catalogue T, ResultLine line) => (line.Answered, line.Response) switch
    {
        ({ } people, _) when line.HandedOut is { } sheets => T["{0} answered of {1} handed out", people, sheets],
        ({ } people, ResponseBand.NotKnown) => T["{0} answered", people],
        ({ } people, _) => T["{0} answered: {1}", people, Response(T, line.Response)],
        _ => Response(T, line.Response),
    };

    public static string Response(Catalogue T, ResponseBand band) => band switch
    {
        ResponseBand.UnderHalf => T["fewer than half"],
        ResponseBand.UnderTwoThirds => T["half to two thirds"],
        ResponseBand.UnderFourFifths => T["two thirds to four fifths"],
        ResponseBand.FourFifthsAndOver => T["four fifths or more"],
        _ => T["how many were asked is not known"],
    };

    /// <summary>The sign for a group that has no figures: nobody is protected where nobody was asked.</summary>
    public static string Sign(HiddenBecause why) =>
        (why == HiddenBecause.Nobody ? Disclosed.NotAvailable : Disclosed.Hidden).ToString();

    /// <summary>Why a group is hidden, in one sentence.</summary>
    public static string Why(Catalogue T, HiddenBecause why, int floor) => why switch
    {
        HiddenBecause.Small => T["Fewer than {0} people answered here.", floor],
        HiddenBecause.GivesAway => T["Beside the other figures it would tell of fewer than {0} people.", floor],
        HiddenBecause.GivesAwayWithEarlier => T["Beside what was shown of an earlier round it would tell of fewer than {0} people.", floor],
        HiddenBecause.NotProved => T["It could not be proved in time that it tells of no fewer than {0} people.", floor],
        HiddenBecause.KeptBack => T["Kept back, so that no count of fewer than {0} people can be worked out.", floor],
        _ => T["Nobody was asked here."],
    };

    public static string Score(Catalogue T, SurveyTheme theme, ThemeLine? line)
    {
        if (line is null) return Hidden;
        var unit = theme.Scoring == ThemeScoring.Mean5 ? T["of 5"] : T["of 100"];
        if (line.Score is { } score) return T["{0} {1}, give or take {2}", T.Number(score), unit, T.Number(line.Margin)];
        return line.Low == Least(theme) ? T["{0} {1} or less", T.Number(line.High), unit] : T["{0} {1} or more", T.Number(line.Low), unit];
    }

    public static string Share(Catalogue T, ShownShare share)
    {
        if (share.Value is { } percent) return T["{0}%", percent];
        return share.IsHigh ? T["{0}% or more", 100 - share.End] : T["{0}% or less", share.End];
    }

    /// <param name="change">Null where there are no two scores to compare.</param>
    public static string Change(Catalogue T, ChangeKind? change) => change switch
    {
        null => T["nothing to compare"],
        ChangeKind.Up => T["▲ higher than last time"],
        ChangeKind.Down => T["▼ lower than last time"],
        _ => T["● no difference that can be told from chance"],
    };

    public static ScoreLine Line(SurveyTheme theme, ThemeLine line, ThemeLine? before)
    {
        var (least, wide) = (Least(theme), theme.Scoring == ThemeScoring.Mean5 ? 25m : 1m);
        return new((line.Low - least) * wide, (line.High - least) * wide, line.Margin * wide, (before?.Score - least) * wide);
    }

    /// <summary>The classes of a statement, or the options of a choice.</summary>
    public static IReadOnlyList<string> Classes(Catalogue T, SurveyItem item) => item.Kind == ItemKind.Scale
        ? [T["unfavourable"], T["neither"], T["favourable"]] : [.. item.Options!.Select(o => RoundWords.Of(T, o.Says))];

    public static bool IsCounted(SurveyItem item) => item.Kind is ItemKind.Scale or ItemKind.OneOf or ItemKind.AnyOf;

    /// <summary>What was proved, and against what: two sentences, because the second is about other rounds.</summary>
    public static string Proof(Catalogue T, ResultView view) => T[
        "Proved: by adding and taking away all that was let out of this round, no group under {0} can be worked out; {1} groups were held against each other.",
        view.Result.Floor, view.Result.Figures] + " " + (view.Round.IsOfPeople
            ? T["Of people and carers nobody is listed, so nobody can hold two rounds against each other by who was asked."]
            : T["Groups of which nine in ten answered were held against earlier rounds too; of the others nobody knows who answered."]);

    private static decimal Least(SurveyTheme theme) => theme.Scoring == ThemeScoring.Mean5 ? 1 : 0;
}
