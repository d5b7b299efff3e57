using System.Collections.Frozen;

namespace Fairload.Core.Disclosure;

/// <summary>A cell of the finest crossing of one round, by the caller's own name for it: the same in every release of that round.</summary>
public readonly record struct CellOfRound(string Round, string Cell);

/// <summary>
/// People whom no crossing tells apart. Where one round follows another, an atom has a cell in each round in which its people took
/// part: who stayed has two, who left or joined has one.
/// </summary>
/// <param name="People">Who answered; 0 or more. Nobody is known to everybody: an atom without people protects no other.</param>
/// <param name="Cells">At least one, and no two of the same round.</param>
/// <param name="Invited">Who could have answered, where the staff list tells; never fewer than <paramref name="People"/>.</param>
public sealed record Atom(int People, IReadOnlyList<CellOfRound> Cells, int? Invited = null);

/// <summary>A group of people about whom figures are wanted: all atoms that lie in one of its cells.</summary>
/// <param name="Round">The round that the figures are of.</param>
/// <param name="Name">Unique within the release.</param>
/// <param name="Turn">What is wanted most has the lowest turn: the whole, then services, then teams, then background.</param>
/// <param name="Listed">How many the staff list has in it, as everybody can count them; null where that is what its atoms add up to. Fewer
/// where some said of themselves what the list does not say of them.</param>
public sealed record Group(string Round, string Name, IReadOnlyList<string> Cells, int Turn = 0, int? Listed = null);

/// <summary>Everybody that the releases of a chain of rounds are about, cut as finely as any of them cuts.</summary>
public sealed class Population
{
    /// <summary>More people than work for all councils together: a larger number is a slip.</summary>
    public const int MostPeople = 10_000_000;

    private readonly FrozenDictionary<string, FrozenDictionary<string, int[]>> _atomsOf;

    private Population(IReadOnlyList<Atom> atoms)
    {
        Atoms = atoms;
        _atomsOf = atoms.SelectMany((atom, at) => atom.Cells.Select(cell => (cell.Round, cell.Cell, At: at)))
            .GroupBy(a => a.Round, StringComparer.Ordinal).ToFrozenDictionary(
                round => round.Key,
                round => round.GroupBy(a => a.Cell, a => a.At, StringComparer.Ordinal)
                    .ToFrozenDictionary(cell => cell.Key, cell => cell.ToArray(), StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    /// <summary>In an order of their own, so that the order of the input changes nothing.</summary>
    public IReadOnlyList<Atom> Atoms { get; }

    public static Result<Population> Of(IEnumerable<Atom> atoms)
    {
        var keyed = atoms.Select(a => (Atom: a, Key: KeyOf(a))).OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        var problems = new List<Problem>();
        for (var at = 0; at < keyed.Count; at++)
        {
            var (atom, key) = keyed[at];
            if (ProblemOf(atom, key) is { } problem) problems.Add(problem);
            if (at > 0 && keyed[at - 1].Key == key) problems.Add(new("Atoms", $"The cell {key} is there twice: put its people together"));
        }

        if (keyed.Sum(a => (long)a.Atom.People) > MostPeople)
            problems.Add(new("Atoms", $"There are more than {MostPeople} people: check the column of counts"));
        return problems.Count > 0 ? problems : new Population([.. keyed.Select(a => a.Atom)]);
    }

    /// <summary>The atoms of a group, in order; null when one of its cells is not known here.</summary>
    internal int[]? AtomsOf(Group group)
    {
        var found = new List<int>(group.Cells.Count);
        var ofRound = _atomsOf.GetValueOrDefault(group.Round);
        foreach (var cell in group.Cells)
        {
            if (ofRound is null || !ofRound.TryGetValue(cell, out var atoms)) return null;
            found.AddRange(atoms);
        }

        found.Sort();
        var all = found.ToArray();
        var kept = 0;
        foreach (var atom in all) if (kept == 0 || all[kept - 1] != atom) all[kept++] = atom;
        return kept == all.Length ? all : all[..kept];
    }

    /// <summary>The staff list says how many could have answered in every cell.</summary>
    public bool TellsInvited => Atoms.All(a => a.Invited is not null);

    internal IReadOnlyList<int> People() => [.. Atoms.Select(a => a.People)];

    /// <summary>How many did not answer, in each atom; null where nobody knows it of any. Of an atom of which nobody knows it all may
    /// have answered.</summary>
    internal IReadOnlyList<int>? Missing() =>
        Atoms.All(a => a.Invited is null) ? null : [.. Atoms.Select(a => (a.Invited ?? a.People) - a.People)];

    private static string KeyOf(Atom atom) =>
        string.Join(" + ", atom.Cells.OrderBy(c => c.Round, StringComparer.Ordinal).Select(c => $"{c.Round}: {c.Cell}"));

    private static Problem? ProblemOf(Atom atom, string key)
    {
        if (atom.Cells.Count == 0) return new("Atoms", $"{atom.People} people lie in no cell: name the cell of each");
        if (atom.Cells.DistinctBy(c => c.Round).Count() < atom.Cells.Count)
            return new("Atoms", $"{key} has two cells of one round: people lie in one cell of a round");
        if (atom.People < 0) return new("Atoms", $"{key} has {atom.People} people: a count is 0 or more");
        return atom.Invited < atom.People
            ? new("Atoms", $"In {key} {atom.People} people answered and {atom.Invited} were invited: check both counts") : null;
    }
}
