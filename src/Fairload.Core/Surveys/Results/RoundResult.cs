using Fairload.Core.Disclosure;

namespace Fairload.Core.Surveys.Results;

/// <summary>What kind of group a line of results is about.</summary>
public enum ResultLevel { Whole, Service, Unit, Background }

/// <summary>How many of those who were asked answered. The highest band does not say whether all did.</summary>
public enum ResponseBand { UnderHalf, UnderTwoThirds, UnderFourFifths, FourFifthsAndOver, NotKnown }

/// <summary>A theme of a line: see <see cref="ThemeFigure"/>.</summary>
public sealed record ThemeLine(string Theme, decimal? Score, decimal Low, decimal High, decimal Margin);

/// <summary>An item of a line: shares by class or option, in the order in which the questionnaire has them.</summary>
public sealed record ItemLine(string Item, IReadOnlyList<ShownShare> Shares);

/// <summary>One group as everybody who may read results reads it.</summary>
/// <param name="Key">The same in every round that has the same group.</param>
/// <param name="Parent">Key of the group that it is a part of; null for the whole.</param>
/// <param name="Answered">Null where the number would tell who did not answer, or the group is hidden.</param>
/// <param name="Hidden">Null where figures are shown.</param>
/// <param name="HandedOut">Of people and carers: how many sheets were handed out; null where it is not known or not told.</param>
public sealed record ResultLine(
    string Key, string Name, ResultLevel Level, string? Parent, int? Answered, ResponseBand Response, HiddenBecause? Hidden,
    IReadOnlyList<ThemeLine> Themes, IReadOnlyList<ItemLine> Items, int? HandedOut = null)
{
    /// <summary>Small teams that are shown together.</summary>
    public bool IsJoined => Level == ResultLevel.Unit && RoundStructure.IsOfSeveral(Key);

    public ThemeLine? Theme(string code) => Themes.FirstOrDefault(t => t.Theme == code);

    public ItemLine? Item(string code) => Items.FirstOrDefault(i => i.Item == code);
}

/// <summary>
/// The results of a round as they were let out, once: every page, print and file is made from this and can not contradict another. It holds
/// no figure that Disclosure did not let out.
/// </summary>
/// <param name="IsProved">As the release was told; nothing else becomes a result.</param>
/// <param name="Figures">Groups that the proof held against each other.</param>
/// <param name="Lines">The whole first, then services with their units in name order, then background.</param>
public sealed record RoundResult(int Floor, bool IsProved, int Figures, IReadOnlyList<ResultLine> Lines)
{
    public ResultLine Whole => Lines[0];

    public ResultLine? Line(string key) => Lines.FirstOrDefault(l => l.Key == key);

    public IEnumerable<ResultLine> PartsOf(ResultLine line) => Lines.Where(l => l.Parent == line.Key);

    /// <param name="together">What was decided before, of those who were asked in this round and earlier ones; a group that it hides has
    /// its reason from there.</param>
    public static RoundResult From(RoundStructure structure, Release release, TallyForm form, Release? together = null)
    {
        if (!release.Proof.IsProvedByAll) throw new ArgumentException("What is not proved is not shown", nameof(release));
        var whole = structure.Units(release, form);
        var figures = RoundFigures.From(form, whole, release.Rule.Floor);
        var outcomes = release.Groups.ToDictionary(g => g.Group.Name);
        foreach (var hidden in together?.Groups.Where(g => !g.IsShown) ?? []) outcomes.TryAdd(hidden.Group.Name, hidden);
        var lines = new List<ResultLine> { Line(whole, ResultLevel.Whole, null, figures, outcomes, structure) };
        foreach (var service in whole.Parts)
        {
            lines.Add(Line(service, ResultLevel.Service, whole.Key, figures, outcomes, structure));
            lines.AddRange(service.Parts.Select(p => Line(p, ResultLevel.Unit, service.Key, figures, outcomes, structure)));
        }

        foreach (var question in structure.Backgrounds(release, form))
        {
            var told = RoundFigures.From(form, question, release.Rule.Floor);
            lines.AddRange(question.Parts.Select(p => Line(p, ResultLevel.Background, whole.Key, told, outcomes, structure)));
        }

        return new(release.Rule.Floor, release.Proof.IsProvedByAll, release.Proof.Figures, lines);
    }

    private static ResultLine Line(
        ResultGroup group, ResultLevel level, string? parent, RoundFigures figures, Dictionary<string, GroupOutcome> outcomes,
        RoundStructure structure)
    {
        var outcome = outcomes.GetValueOrDefault(group.Key);
        if (outcome is not { IsShown: true } || figures.Of(group.Key) is not { } shown)
        {
            // What nobody asked for is left over beside the rest: teams that could not be joined, and who would rather not say.
            var why = outcome?.Hidden ?? (group.Tally.People < structure.Floor ? HiddenBecause.Small : HiddenBecause.GivesAway);
            return new(group.Key, group.Name, level, parent, null, ResponseBand.NotKnown, why, [], []);
        }

        // Of people and carers nobody knows who was asked; where nobody knows how many either, all of them may have answered.
        var answered = structure.IsOfPeople && group.Asked is null ? null : outcome.People.Count;
        return new(group.Key, group.Name, level, parent, answered, Band(group), null,
            [.. shown.Themes.Select(t => new ThemeLine(t.Theme.Code, t.Score, t.Low, t.High, t.Margin))],
            [.. shown.Items.Select(i => new ItemLine(i.Item.Code, i.Shares))],
            structure.IsOfPeople && answered is not null ? group.Asked : null);
    }

    private static ResponseBand Band(ResultGroup group) => group.Asked switch
    {
        null or 0 => ResponseBand.NotKnown,
        { } asked => (100L * group.Tally.People / asked) switch
        {
            < 50 => ResponseBand.UnderHalf,
            < 65 => ResponseBand.UnderTwoThirds,
            < 80 => ResponseBand.UnderFourFifths,
            _ => ResponseBand.FourFifthsAndOver,
        },
    };
}
