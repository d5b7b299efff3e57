using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Surveys.Results;

/// <summary>A unit of a round, for its results.</summary>
/// <param name="Number">What a ballot says of its unit.</param>
/// <param name="Asked">Who was asked; of people and carers how many sheets were handed out, null where nobody entered it.</param>
/// <param name="Teams">How many teams it is, where like ones were joined before anybody was asked.</param>
public sealed record ResultUnit(string Number, string Name, string Service, int? Asked, int Teams = 1);

/// <summary>How many of the staff list answer the background questions in one way.</summary>
/// <param name="Cell">See <see cref="RoundStructure.CellOf"/>.</param>
public sealed record AskedInCell(string Cell, int People);

/// <summary>
/// Into which groups a round falls: the whole, its services, its units, joined where they are small, and each background question by
/// itself. It looks at where people are and how many answered, and at no answer.
/// </summary>
/// <remarks>Background is shown for the whole alone. Crossed with services it would leave hardly a group over the floor, and every further
/// table costs the units some of theirs.</remarks>
public sealed class RoundStructure
{
    public const string Whole = "all";

    private readonly IReadOnlyList<ResultUnit> _units;
    private readonly IReadOnlyList<string> _questions;
    private readonly ILookup<string, Ballot> _ballots;
    private readonly Dictionary<string, IReadOnlyList<JoinedUnits>> _joined;
    private readonly Respondents _of;

    private RoundStructure(
        IReadOnlyList<ResultUnit> units, IReadOnlyList<string> questions, ILookup<string, Ballot> ballots,
        Dictionary<string, IReadOnlyList<JoinedUnits>> joined, Population population, IReadOnlyList<Group> wanted, Respondents of) =>
        (_units, _questions, _ballots, _joined, Population, Wanted, _of) = (units, questions, ballots, joined, population, wanted, of);

    /// <summary>Nobody is listed of those who were asked.</summary>
    public bool IsOfPeople => _of == Respondents.PeopleAndCarers;

    public Population Population { get; }

    public int Floor { get; private init; }

    public IReadOnlyList<Group> Wanted { get; }

    /// <param name="ballots">Who did not say their unit are in no figure: the rest of the whole would tell of them alone.</param>
    /// <param name="questions">Codes of the background questions that were asked.</param>
    /// <param name="asked">The staff list, by cell.</param>
    /// <param name="of">Teams are joined for staff alone, of whom the list says how many a group holds.</param>
    public static Result<RoundStructure> Of(
        string round, IReadOnlyList<ResultUnit> units, IEnumerable<Ballot> ballots, IReadOnlyList<string> questions,
        IReadOnlyList<AskedInCell> asked, DisclosureRule rule, Respondents of = Respondents.Practitioners)
    {
        var known = units.ToDictionary(u => u.Number);
        var cells = ballots.Where(b => known.ContainsKey(Said(b, Background.Unit))).ToLookup(b => CellOf(b.Background, questions));
        var invited = asked.GroupBy(a => a.Cell).ToDictionary(g => g.Key, g => g.Sum(a => a.People));
        var answered = cells.GroupBy(c => Said(c.First(), Background.Unit)).ToDictionary(g => g.Key, g => g.Sum(c => c.Count()));
        if (of == Respondents.PeopleAndCarers) units = [.. units.Select(u => Believed(u, answered.GetValueOrDefault(u.Number)))];
        // A team of people of whom nobody answered and nobody counted stands there too: what is told of its service knows nothing of it.
        var unknown = of == Respondents.PeopleAndCarers ? units.Select(u => u.Number) : [];
        var all = cells.Select(c => c.Key).Union(invited.Keys).Union(unknown).Order(StringComparer.Ordinal).ToList();
        var atoms = all.Select(cell => new Atom(
            cells[cell].Count(), [new(round, cell)],
            of == Respondents.PeopleAndCarers && units.FirstOrDefault(u => u.Number == cell) is not { Asked: not null } ? null
                : Math.Max(cells[cell].Count(), invited.GetValueOrDefault(cell))));
        if (!Population.Of(atoms).Try(out var population, out var problems)) return problems.ToList();

        var joined = units.GroupBy(u => u.Service).ToDictionary(s => s.Key, s => Joined(
            [.. s.Select(u => new UnitToJoin(u.Name, "", u.Asked ?? 0, answered.GetValueOrDefault(u.Number), u.Teams))], rule, of));
        // Who named another unit, or another role, is missing where the list has them and too many where they are: by group nobody is
        // counted as silent for it. See decision 115.
        var wanted = new Wanting(round, units, questions, joined, all).Groups().Where(g => g.Cells.Count > 0)
            .Select(g => of == Respondents.PeopleAndCarers ? g : g with { Listed = g.Cells.Sum(c => invited.GetValueOrDefault(c)) });
        return new RoundStructure(units, questions, cells, joined, population, [.. wanted], of) { Floor = rule.Floor };
    }

    /// <summary>The cell of the finest crossing: the unit and every background answer, in the order of the questions.</summary>
    public static string CellOf(IReadOnlyDictionary<string, string> background, IReadOnlyList<string> questions) => string.Join(
        '|', [background.GetValueOrDefault(Background.Unit, ""), .. questions.Select(q => Said(background, q))]);

    /// <summary>The whole with its services and units, hidden ones too.</summary>
    public ResultGroup Units(Release release, TallyForm form)
    {
        var shown = Shown(release);
        var services = _units.GroupBy(u => u.Service).OrderBy(s => s.Key, StringComparer.CurrentCulture).Select(service =>
        {
            var joined = _joined[service.Key];
            var alone = service.Where(u => joined.All(j => j.Units.All(o => o.Name != u.Name))).Select(u => Named(KeyOf([u]), u.Name, [u]));
            var parts = joined.Select(j => Named(KeyOf(Members(service, j)), j.Name, [.. Members(service, j)])).Concat(alone)
                .OrderBy(p => p.Name, StringComparer.CurrentCulture).ToList();
            return Sum(ServiceKey(service.Key), service.Key, parts, shown, form);
        }).ToList();
        return Sum(Whole, "", services, shown, form);

        ResultGroup Named(string key, string name, IReadOnlyList<ResultUnit> units)
        {
            var ballots = _ballots.Where(c => units.Any(u => c.Key.Split('|')[0] == u.Number)).SelectMany(c => c);
            return new(key, name, Tally.Of(form, ballots), Sum(units.Select(u => u.Asked)), shown.Contains(key), []);
        }
    }

    /// <summary>The whole by each background question, hidden answers too.</summary>
    public IReadOnlyList<ResultGroup> Backgrounds(Release release, TallyForm form)
    {
        var shown = Shown(release);
        return [.. _questions.Select((question, at) => Sum(
            Whole, question,
            [
                .. _ballots.GroupBy(c => c.Key.Split('|')[at + 1]).OrderBy(o => o.Key, StringComparer.Ordinal)
                    .Select(o => Option(OptionKey(question, o.Key), o)),
            ],
            shown, form))];

        ResultGroup Option(string key, IGrouping<string, IGrouping<string, Ballot>> option) =>
            new(key, option.Key, Tally.Of(form, option.SelectMany(c => c)), null, shown.Contains(key), []);
    }

    internal static string ServiceKey(string service) => $"service:{service}";

    internal static string OptionKey(string question, string option) => $"{question}:{option}";

    /// <summary>By name, because the numbers of units begin anew with each round.</summary>
    internal static string KeyOf(IEnumerable<ResultUnit> units) =>
        $"units:{string.Join(" + ", units.Select(u => u.Name).Order(StringComparer.Ordinal))}";

    internal static bool IsOfSeveral(string key) => key.Contains(" + ", StringComparison.Ordinal);

    internal static IEnumerable<ResultUnit> Members(IEnumerable<ResultUnit> service, JoinedUnits joined) =>
        service.Where(u => joined.Units.Any(j => j.Name == u.Name));

    /// <summary>Where more answered than sheets were counted, the count is none.</summary>
    private static ResultUnit Believed(ResultUnit unit, int answered) => unit.Asked < answered ? unit with { Asked = null } : unit;

    /// <summary>What can be shown by size alone; the release decides which of it is.</summary>
    private static IReadOnlyList<JoinedUnits> Joined(IReadOnlyList<UnitToJoin> units, DisclosureRule rule, Respondents of) =>
        of == Respondents.PeopleAndCarers ? [.. units.Where(u => u.Answered >= rule.Floor).Select(u => new JoinedUnits([u]))]
            : RollUp.Of(units, RollUpRule.Usual, rule);

    /// <summary>Null where one of the parts is not known.</summary>
    private static int? Sum(IEnumerable<int?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : all.Sum();
    }

    private static string Said(Ballot ballot, string question) => Said(ballot.Background, question);

    private static string Said(IReadOnlyDictionary<string, string> background, string question) =>
        background.GetValueOrDefault(question, Background.NotSaid);

    private static HashSet<string> Shown(Release release) => [.. release.Groups.Where(g => g.IsShown).Select(g => g.Group.Name)];

    private static ResultGroup Sum(string key, string name, IReadOnlyList<ResultGroup> parts, HashSet<string> shown, TallyForm form)
    {
        var tally = new Tally(form);
        foreach (var part in parts) tally.Add(part.Tally);
        return new(key, name, tally, Sum(parts.Select(p => p.Asked)), shown.Contains(key), parts);
    }

    /// <summary>What is asked of the release, the most wanted first.</summary>
    private sealed record Wanting(
        string Round, IReadOnlyList<ResultUnit> All, IReadOnlyList<string> Questions, Dictionary<string, IReadOnlyList<JoinedUnits>> Joined,
        IReadOnlyList<string> Cells)
    {
        public IEnumerable<Group> Groups()
        {
            yield return new(Round, Whole, Cells);
            foreach (var service in All.GroupBy(u => u.Service))
            {
                yield return new(Round, ServiceKey(service.Key), Of(service), 1);
                foreach (var joined in Joined[service.Key])
                    yield return new(Round, KeyOf(Members(service, joined)), Of(Members(service, joined)), 2);
            }

            foreach (var (at, question) in Questions.Index())
            {
                foreach (var option in Cells.GroupBy(c => c.Split('|')[at + 1]).Where(o => o.Key != Background.NotSaid))
                    yield return new(Round, OptionKey(question, option.Key), [.. option], 3);
            }
        }

        private List<string> Of(IEnumerable<ResultUnit> units)
        {
            var numbers = units.Select(u => u.Number).ToHashSet();
            return [.. Cells.Where(c => numbers.Contains(c.Split('|')[0]))];
        }
    }
}
