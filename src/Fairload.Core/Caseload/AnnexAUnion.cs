using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>What the lists together say: one case a child.</summary>
public sealed record AnnexACases(IReadOnlyList<SeenCase> Open, IReadOnlyList<ClosedCase> Closed, IReadOnlyList<RowProblem> Problems);

/// <summary>
/// The union of lists 3 to 9: a child who is open in any of them is one open case. List 6 wins for type, worker, team and start;
/// a blank in list 6 is no conflict and is filled from the other lists. Else the most serious list that is open decides.
/// </summary>
public static class AnnexAUnion
{
    /// <summary>Most serious first; list 6 is asked before any of them.</summary>
    private static readonly int[] BySeriousness = [8, 7, 5, 4, 3, 9];

    /// <param name="lists">Rows by number of list; a list that the file does not have is not a key.</param>
    /// <param name="asOf">The day the file tells about. An end after it has not happened yet.</param>
    public static AnnexACases Of(IReadOnlyDictionary<int, IReadOnlyList<AnnexARow>> lists, DateOnly asOf)
    {
        var problems = new List<RowProblem>();
        var (open, closed) = (new List<SeenCase>(), new List<ClosedCase>());

        foreach (var child in Children(lists, problems))
        {
            AnnexADates.Check(child, asOf, problems);
            var openRows = OnePerList(child.Where(r => IsOpen(r, child, asOf)), problems);
            if (openRows.Count > 0) open.Add(Seen(child, openRows, lists.ContainsKey(6), asOf, problems));
            else if (Closed(child, asOf, problems) is { } case_) closed.Add(case_);
        }

        return new(open, closed, problems);
    }

    /// <summary>Whether a row shows something still open on the day; a referral also needs the child's other rows.</summary>
    public static bool IsOpen(AnnexARow row, IReadOnlyList<AnnexARow> child, DateOnly asOf) => row.List switch
    {
        3 => row.Refused != true && !child.Any(r => LeftReferral(r, row, asOf)),
        4 or 7 or 8 => !HasEnded(row, asOf),
        5 => row.Refused != true && !HasEnded(row, asOf),
        6 => row.Status != AnnexAStatus.Closed && !HasEnded(row, asOf),
        9 => row.Refused != true,
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.List, "Only lists 3 to 9 hold cases."),
    };

    private static bool HasEnded(AnnexARow row, DateOnly asOf) => row.End <= asOf;

    /// <summary>An assessment begun on or after the day of the referral, or a closure on or after it in list 6.</summary>
    private static bool LeftReferral(AnnexARow row, AnnexARow referral, DateOnly asOf) => row.List switch
    {
        4 => referral.Start is null || row.Start is null || row.Start >= referral.Start,
        6 => !IsOpen(row, [], asOf) && (referral.Start is null || row.End is null || row.End >= referral.Start),
        _ => false,
    };

    private static List<List<AnnexARow>> Children(IReadOnlyDictionary<int, IReadOnlyList<AnnexARow>> lists, List<RowProblem> problems)
    {
        var children = new Dictionary<string, List<AnnexARow>>(StringComparer.Ordinal);
        var order = new List<List<AnnexARow>>();
        foreach (var row in lists.OrderBy(l => l.Key).SelectMany(l => l.Value))
        {
            if (row.ChildId.Length == 0)
            {
                problems.Add(
                    new(row.Sheet, row.Row, "Child Unique ID", Severity.Error, $"There is no child identifier. The row was left out."));
                continue;
            }

            if (!children.TryGetValue(row.ChildId, out var rows))
            {
                children[row.ChildId] = rows = [];
                order.Add(rows);
            }

            rows.Add(row);
        }

        return order;
    }

    /// <summary>Of two open rows for one child in one list the later start stays, or the first.</summary>
    private static Dictionary<int, AnnexARow> OnePerList(IEnumerable<AnnexARow> rows, List<RowProblem> problems)
    {
        var kept = new Dictionary<int, AnnexARow>();
        foreach (var row in rows)
        {
            if (!kept.TryGetValue(row.List, out var other))
            {
                kept[row.List] = row;
                continue;
            }

            var later = (row.Start ?? DateOnly.MinValue) > (other.Start ?? DateOnly.MinValue);
            var (stays, goes) = later ? (row, other) : (other, row);
            kept[row.List] = stays;
            problems.Add(new(goes.Sheet, goes.Row, "Child Unique ID", Severity.Error,
                $"Child {goes.ChildId} is open twice in this list. Row {stays.Row} was kept and this row was left out."));
        }

        return kept;
    }

    private static SeenCase Seen(List<AnnexARow> child, Dictionary<int, AnnexARow> open, bool fileHasList6, DateOnly asOf,
        List<RowProblem> problems)
    {
        var need = open.GetValueOrDefault(6);
        var others = BySeriousness.Where(open.ContainsKey).Select(l => open[l]).ToList();
        var winner = need ?? others[0];
        List<AnnexARow> ranked = [winner, .. others.Where(r => r != winner)];

        var type = need is null ? TypeOf(winner) : TypeFromNeed(need, others, problems);
        if (need is null && fileHasList6 && winner.List is not (3 or 9)) NotInNeed(child, winner, problems);

        var holder = ranked.FirstOrDefault(r => !PersonName.IsNobody(r.Holder)) ?? winner;
        var team = PersonName.IsNobody(winner.Team)
            ? new[] { holder }.Concat(ranked).FirstOrDefault(r => !PersonName.IsNobody(r.Team)) ?? winner : winner;
        var start = need?.Start ?? ranked.Where(r => r.Start is not null).Min(r => r.Start);

        return new(winner.ChildId, type.Code, Area.Children, start, team.Team, holder.Holder, null, new CaseMarks(), [],
            AnnexADates.Events(child, open, need?.Start, asOf), winner.Sheet, winner.Row);
    }

    private static CaseType TypeFromNeed(AnnexARow need, List<AnnexARow> others, List<RowProblem> problems)
    {
        var elsewhere = others.Find(r => r.List is 7 or 8);
        if (need.Status is not { } status)
        {
            var guessed = elsewhere is null ? CaseType.ChildInNeed : TypeOf(elsewhere);
            problems.Add(
                new(need.Sheet, need.Row, "Case Status", Severity.Warning,
                $"There is no case status that we know. The case was counted as {guessed.Name}."));
            return guessed;
        }

        var type = TypeOf(status);
        if (elsewhere is { } other && status > (elsewhere.List == 8 ? AnnexAStatus.LookedAfter : AnnexAStatus.ChildProtection))
        {
            problems.Add(new(need.Sheet, need.Row, "Case Status", Severity.Warning,
                $"List 6 says {type.Name}, but list {other.List} row {other.Row} says {TypeOf(other).Name}. List 6 was followed."));
        }

        return type;
    }

    private static void NotInNeed(List<AnnexARow> child, AnnexARow winner, List<RowProblem> problems)
    {
        var closed = child.Find(r => r.List == 6);
        var (id, type) = (winner.ChildId, TypeOf(winner).Name);
        problems.Add(new(winner.Sheet, winner.Row, "Child Unique ID", Severity.Warning, closed is null
            ? (FormattableString)$"Child {id} is open here but not in list 6. It was counted as {type}."
            : (FormattableString)$"Child {id} is open here but closed in list 6 row {closed.Row}. It was counted as {type}."));
    }

    private static ClosedCase? Closed(List<AnnexARow> child, DateOnly asOf, List<RowProblem> problems)
    {
        foreach (var row in child.Where(r => r is { List: 6, Status: AnnexAStatus.Closed } && !HasEnded(r, asOf)))
        {
            problems.Add(new(row.Sheet, row.Row, "CIN Closure Date", Severity.Warning,
                $"The case status is closed but there is no closure date up to {asOf:dd/MM/yyyy}. The day of closing is not known."));
        }

        var last = child.Where(r => r.List is 6 or 7 or 8 && HasEnded(r, asOf)).OrderByDescending(r => r.End).ThenBy(r => r.List)
            .FirstOrDefault();
        if (last is null) return null;
        var type = last.List == 6 ? last.Status is { } status and not AnnexAStatus.Closed ? TypeOf(status) : CaseType.ChildInNeed
            : TypeOf(last);
        return new(last.ChildId, type.Code, Area.Children, last.Start, last.End!.Value, last.EndReason, last.Team, last.Holder,
            last.Sheet, last.Row);
    }

    private static CaseType TypeOf(AnnexARow row) => row.List switch
    {
        8 => CaseType.LookedAfter,
        7 => CaseType.ChildProtection,
        5 => CaseType.Section47,
        4 => CaseType.OpenAssessment,
        3 => CaseType.Referral,
        9 => CaseType.CareLeaver,
        _ => CaseType.ChildInNeed,
    };

    private static CaseType TypeOf(AnnexAStatus status) => status switch
    {
        AnnexAStatus.LookedAfter => CaseType.LookedAfter,
        AnnexAStatus.ChildProtection => CaseType.ChildProtection,
        AnnexAStatus.OpenAssessment => CaseType.OpenAssessment,
        _ => CaseType.ChildInNeed,
    };
}
