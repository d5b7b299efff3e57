using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>Who may hold which kind of work, worked out once for all cases of a kind. Ceilings and weekly limits are the solver's: they
/// hang on what else is given.</summary>
internal sealed class WhoMay
{
    private static readonly GivingLimits NoLimits = new(null, null);

    private readonly IReadOnlyList<PersonAsked> _people;
    private readonly Candidate[] _candidates;
    private readonly ReservedFunctions _statement;
    private readonly ILookup<string, Area> _areas;
    private readonly Dictionary<Kind, MayHold> _known = [];

    public WhoMay(IReadOnlyList<PersonAsked> people, ReservedFunctions statement)
    {
        (_people, _statement) = (people, statement);
        _candidates = [.. people.Select(p => p.Whatever)];

        // Which services do work of children and which of adults is seen by the cases that their people hold.
        _areas = people
            .SelectMany(p => p.Held.Select(h => CaseType.Find(h.TypeCode)?.Area).OfType<Area>().Distinct()
                .SelectMany(area => p.Places, (area, place) => (place.Service, area)))
            .Distinct().ToLookup(p => p.Service, p => p.area);
    }

    public MayHold For(CaseAsked one, string service)
    {
        var kind = new Kind(service, service.Length > 0 ? null : one.Area, one.Work);
        if (_known.TryGetValue(kind, out var known)) return known;
        var row = _statement.For(one.TypeCode, one.Tier);
        var rules = new Rule[_people.Count];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = Belongs(_people[i], service, one.Area) ? Of(i, one, row, holdsIt: false, hasConflict: false) : Rule.OtherService;
        return _known[kind] = new(rules, _people);
    }

    /// <summary>Of somebody who holds this very case, or has a conflict of interest, if they belong there at all.</summary>
    public Rule Of(int person, CaseAsked one, bool holdsIt, bool hasConflict) =>
        Of(person, one, _statement.For(one.TypeCode, one.Tier), holdsIt, hasConflict);

    private Rule Of(int person, CaseAsked one, ReservedRow row, bool holdsIt, bool hasConflict)
    {
        var candidate = _candidates[person];
        if (holdsIt || hasConflict) candidate = candidate with { HoldsIt = holdsIt, HasConflict = hasConflict };
        if (one is { LanguageIsMust: true, Language.Length: > 0 })
            candidate = candidate with { SpeaksLanguage = _people[person].Speaks(one.Language) };
        return HardRules.For(candidate, one.Work, _statement, row, NoLimits);
    }

    /// <summary>A case goes to people of its own service; one that lies in no team to people of any service of its area.</summary>
    private bool Belongs(PersonAsked person, string service, Area area)
    {
        foreach (var place in person.Places)
            if (service.Length > 0 ? place.Service == service : _areas[place.Service].Contains(area)) return true;

        return false;
    }

    private readonly record struct Kind(string Service, Area? Area, WorkAsked Work);
}

/// <summary>Who may hold one kind of work.</summary>
internal sealed class MayHold
{
    private const int MostOfTeam = 8;
    private const int MostOfAll = 12;

    private readonly IReadOnlyList<PersonAsked> _people;
    private readonly Dictionary<Id<Team>, IReadOnlyList<int>> _nearest = [];

    public MayHold(Rule[] rules, IReadOnlyList<PersonAsked> people)
    {
        (Rules, _people) = (rules, people);
        var alone = new List<int>();
        var all = new List<int>();
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i] == Rule.Alone) alone.Add(i);
            if (rules[i] is Rule.Alone or Rule.Jointly) all.Add(i);
        }

        All = all;
        Alone = [.. alone.OrderBy(i => people[i].Points / people[i].Capacity!.Value)];
    }

    /// <summary>Of each person.</summary>
    public Rule[] Rules { get; }

    /// <summary>Who may hold it alone or jointly, in the order of the people.</summary>
    public IReadOnlyList<int> All { get; }

    /// <summary>Who may hold it alone, those with most room first.</summary>
    public IReadOnlyList<int> Alone { get; }

    /// <summary>Those to whom a case that somebody holds would go most likely: who has most room in its team and in all.</summary>
    /// <remarks>Whoever is left out counts in the proof all the same: see <see cref="Item.AlsoMay"/>.</remarks>
    public IReadOnlyList<int> Nearest(Id<Team> team)
    {
        if (All.Count <= MostOfTeam + MostOfAll) return All;
        if (_nearest.TryGetValue(team, out var known)) return known;
        var ofTeam = Alone.Where(i => _people[i].Places.Any(p => p.Team == team)).Take(MostOfTeam);
        return _nearest[team] = [.. ofTeam.Concat(Alone.Take(MostOfAll)).Distinct().Order()];
    }
}

/// <summary>How the rules let each person hold one case: those of its kind, but for a few.</summary>
internal sealed class RulesOfCase(Rule[] ofKind, IReadOnlyDictionary<int, Rule> except) : IReadOnlyList<Rule>
{
    public int Count => ofKind.Length;

    public Rule this[int person] => except.TryGetValue(person, out var rule) ? rule : ofKind[person];

    public IEnumerator<Rule> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
