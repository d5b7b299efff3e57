using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>Names and teams of an extract that joined to nothing: one problem each, however many cases stand under it.</summary>
internal sealed class UnmatchedNames
{
    private readonly Dictionary<string, Unmatched> _found = [];

    private enum Kind { Team, SharedName, Nobody, Former }

    public void Team(string written, SeenCase row) => Note(Kind.Team, Written.Fold(written), written, row);

    /// <summary>The extract uses a name that went with a reorganisation.</summary>
    public void Former(string written, string now, SeenCase row) => Note(Kind.Former, Written.Fold(written), written, row, now);

    public void Person(string written, bool isShared, SeenCase row) =>
        Note(isShared ? Kind.SharedName : Kind.Nobody, PersonName.Fold(written), written, row);

    public IEnumerable<RowProblem> Problems() =>
        _found.Values.OrderBy(u => u.Name, StringComparer.OrdinalIgnoreCase).Select(u => u.Kind switch
    {
        Kind.Team => new RowProblem(u.Sheet, u.Row, "Team", Severity.Warning,
            $"The team {u.Name} is not on the staff sheet ({u.Cases} cases). Settle it under Imports, Names."),
        Kind.SharedName => new RowProblem(u.Sheet, u.Row, "Worker", Severity.Warning,
            $"More than one person is called {u.Name} ({u.Cases} cases). Settle who it is under Imports, Names."),
        Kind.Former => new RowProblem(u.Sheet, u.Row, "Team", Severity.Warning,
            $"The file still says {u.Name} ({u.Cases} cases). Since a reorganisation that is {u.Now}, and it was read so."),
        _ => new RowProblem(u.Sheet, u.Row, "Worker", Severity.Warning,
            $"The name {u.Name} matches nobody on the staff sheet ({u.Cases} cases). Settle it under Imports, Names."),
    });

    private void Note(Kind kind, string folded, string written, SeenCase row, string now = "")
    {
        var key = $"{kind}/{folded}";
        _found[key] = _found.TryGetValue(key, out var known) ? known with { Cases = known.Cases + 1 }
            : new(kind, written, row.Sheet, row.Row, 1, now);
    }

    private sealed record Unmatched(Kind Kind, string Name, string Sheet, int Row, int Cases, string Now);
}
