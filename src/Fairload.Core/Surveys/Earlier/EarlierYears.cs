using Fairload.Core.Imports;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Surveys.Earlier;

/// <summary>
/// Puts figures of earlier surveys beside the results of a round: only where the question and its answers are worded the same, or somebody
/// has said that it is the same question. What can not be compared says why.
/// </summary>
public sealed class EarlierYears
{
    private static readonly HashSet<string> Everybody = ["", "everybody", "all", "whole", "total", "overall", "council", "pawb"];

    private readonly Questionnaire _asked;
    private readonly RoundResult _result;
    private readonly Dictionary<string, SurveyItem> _worded = [];
    private readonly Dictionary<string, SameQuestion> _said;

    private EarlierYears(Questionnaire asked, RoundResult result, IReadOnlyList<SameQuestion> said)
    {
        (_asked, _result) = (asked, result);
        _said = said.ToDictionary(s => s.WordingKey);
        foreach (var item in asked.Items.Where(IsCounted))
        {
            _worded.TryAdd(EarlierFigure.Key(item.Says.En), item);
            _worded.TryAdd(EarlierFigure.Key(item.Says.Cy), item);
        }
    }

    /// <summary>The latest year first, in the order of sources and wordings.</summary>
    /// <param name="said">One to a wording.</param>
    public static IReadOnlyList<EarlierBeside> Beside(
        Questionnaire asked, RoundResult result, IReadOnlyList<EarlierFigure> figures, IReadOnlyList<SameQuestion> said)
    {
        var years = new EarlierYears(asked, result, said);
        return
        [
            .. figures
                .GroupBy(f =>
                    (f.Year, f.Source, Group: Written.FoldHeader(f.Group), f.WordingKey, IsMean: f.Measure == EarlierMeasure.Mean))
                .OrderByDescending(g => g.Key.Year).ThenBy(g => g.Key.Source, StringComparer.Ordinal)
                .ThenBy(g => g.Key.WordingKey, StringComparer.Ordinal).ThenBy(g => g.Key.Group, StringComparer.Ordinal)
                .Select(g => years.One([.. g])),
        ];
    }

    public static bool IsCounted(SurveyItem item) => item.Kind is ItemKind.Scale or ItemKind.OneOf or ItemKind.AnyOf;

    private EarlierBeside One(List<EarlierFigure> figures)
    {
        var first = figures[0];
        var by = _said.GetValueOrDefault(first.WordingKey);
        var item = by is null ? _worded.GetValueOrDefault(first.WordingKey)
            : _asked.Items.FirstOrDefault(i => i.Code == by.Item && IsCounted(i));
        var key = LineOf(first.Group)?.Key;
        var answered = figures.TrueForAll(f => f.Answered is not null) ? figures.Min(f => f.Answered) : null;
        var beside = new EarlierBeside(
            first.Year, first.Source, first.Group, first.Wording, answered, item?.Code, key, [], null, item is null ? null : by?.SaidBy);
        if (item is null) return beside with { Why = NoComparison.Wording };
        if (first.Measure == EarlierMeasure.Mean) return beside with { Why = NoComparison.Measure };
        if (ScaleOf(figures, item, by is not null) is { } other) return beside with { Why = other };
        if (key is null) return beside with { Why = NoComparison.Group };
        if (answered is not { } people) return beside with { Why = NoComparison.Number };
        if (people < _result.Floor) return beside with { Why = NoComparison.TooFew };
        if (OfWhom(figures, item, people) is not { } of) return beside with { Why = NoComparison.Number };
        return of < _result.Floor ? beside with { Why = NoComparison.TooFew } : beside with { Shares = Shares(figures, item, of) };
    }

    private ResultLine? LineOf(string group)
    {
        var folded = Written.FoldHeader(group);
        if (Everybody.Contains(folded)) return _result.Whole;
        var named = _result.Lines
            .Where(l => l.Level is ResultLevel.Service or ResultLevel.Unit && Written.FoldHeader(l.Name) == folded).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>What keeps the answers from being the same; null for nothing. Of counts each answer must be there, whoever said
    /// what.</summary>
    private NoComparison? ScaleOf(List<EarlierFigure> figures, SurveyItem item, bool isSaid)
    {
        var share = figures.Find(f => f.Measure == EarlierMeasure.Favourable);
        if (share is null) return IsSame([.. figures.Select(f => f.Answer)], item, inOrder: false) ? null : NoComparison.Scale;
        if (item.Kind != ItemKind.Scale) return NoComparison.Measure;
        if (isSaid) return null;
        if (share.Scale.Length == 0) return NoComparison.ScaleNotKnown;
        return IsSame(share.Scale.Split(';', '|'), item, inOrder: true) ? null : NoComparison.Scale;
    }

    /// <summary>In either language, from the first to the last answer or from the last to the first.</summary>
    private bool IsSame(IReadOnlyList<string> answers, SurveyItem item, bool inOrder)
    {
        var options = OptionsOf(item);
        var (given, en, cy) = (answers.Select(EarlierFigure.Key).Where(a => a.Length > 0).ToList(),
            options.Select(o => EarlierFigure.Key(o.Says.En)).ToList(), options.Select(o => EarlierFigure.Key(o.Says.Cy)).ToList());
        return Same(en) || Same(cy);

        bool Same(List<string> ours) => given.SequenceEqual(ours) || given.SequenceEqual(Enumerable.Reverse(ours))
            || (!inOrder && given.Order(StringComparer.Ordinal).SequenceEqual(ours.Order(StringComparer.Ordinal)));
    }

    private static bool IsOf(AnswerOption option, string key) =>
        key == EarlierFigure.Key(option.Says.En) || key == EarlierFigure.Key(option.Says.Cy);

    private IReadOnlyList<AnswerOption> OptionsOf(SurveyItem item) =>
        item.Kind == ItemKind.Scale ? _asked.ScaleOf(item).Options : item.Options!;

    /// <summary>Of counts those who gave an answer that counts, who are no more than all; null where they are.</summary>
    private static int? OfWhom(List<EarlierFigure> figures, SurveyItem item, int people)
    {
        if (item.Kind == ItemKind.AnyOf || figures.Exists(f => f.Measure == EarlierMeasure.Favourable)) return people;
        var counted = figures.Sum(f => f.Value!.Value);
        return counted > people ? null : (int)counted;
    }

    private List<EarlierShare> Shares(List<EarlierFigure> figures, SurveyItem item, int of)
    {
        if (figures.Find(f => f.Measure == EarlierMeasure.Favourable) is { Value: { } share })
            return [new(AnswerClasses.Favourable, ShownShare.OfPercent(share, of))];

        var options = OptionsOf(item);
        if (item.Kind != ItemKind.Scale)
            return [.. options.Select((o, at) => new EarlierShare(at, ShownShare.OfPercent(100m * Count(o) / of, of)))];
        var scale = _asked.ScaleOf(item);
        var best = options.Where(o => 2 * scale.Turned(o.Value, item.Reverse) > scale.Lowest + scale.Highest).Sum(Count);
        return [new(AnswerClasses.Favourable, ShownShare.OfPercent(100m * best / of, of))];

        decimal Count(AnswerOption option) => figures.First(f => IsOf(option, EarlierFigure.Key(f.Answer))).Value!.Value;
    }
}
