using Fairload.Core.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.DataProtection;

/// <summary>One statement of a deletion.</summary>
/// <param name="Set">What an <c>update</c> takes away that names somebody; null to delete the row.</param>
/// <param name="Where">{0} is the first day that is kept, {1} the instant at which it begins.</param>
/// <param name="Unless">What keeps a row under a legal hold.</param>
internal sealed record Deleting(string Table, string? Set, string Where, string Unless);

/// <summary>Which rows of which tables belong to a kind of record, and how they go. The same words count them and delete them.</summary>
internal static class Deletions
{
    private const string HeldPeople = "select worker_id from legal_hold where lifted_at is null and worker_id is not null";
    private const string HeldCases = "select case_id from legal_hold where lifted_at is null and case_id is not null";
    private const string HeldAccounts = $"select id from account where worker_id in ({HeldPeople})";
    private const string ClosedLong = "case_id in (select id from case_record where closed_on < {0})";
    private const string LeftLong = "worker_id in (select id from worker where ends_on < {0})";

    /// <summary>What stands for the reference of a case whose name has been kept long enough.</summary>
    public const string NoName = "Deleted";

    private const string NameGoes =
        "reference = '" + NoName + "', family = '', type_code = replace(type_code, 'restricted:', ''), version = version + 1";

    private const string NamedAndClosedLong = "closed_on < {0} and reference <> '" + NoName + "'";

    private static readonly Dictionary<RecordKind, IReadOnlyList<Deleting>> All = new()
    {
        [RecordKind.SignIns] =
        [
            new("sign_in_failure", null, "at < {1}", ""),
            new("session", null, "ends_at < {1}", $"account_id in ({HeldAccounts})"),
        ],
        [RecordKind.Notices] = [new("notice", null, "seen_at < {1}", $"worker_id in ({HeldPeople})")],
        [RecordKind.Absences] = [new("absence", null, "to_on < {0}", $"worker_id in ({HeldPeople})")],
        [RecordKind.LeaverDetails] =
        [
            new("own_group", null, LeftLong, $"worker_id in ({HeldPeople})"),
            new("own_note", null, LeftLong, $"worker_id in ({HeldPeople})"),
            new("worker_word", null, LeftLong, $"worker_id in ({HeldPeople})"),
            new("worker", "email = null, other_names = '', languages = '', version = version + 1",
                "ends_on < {0} and (email is not null or other_names <> '' or languages <> '')", $"id in ({HeldPeople})"),
        ],
        [RecordKind.LoadHistory] = [new("load_snapshot", null, "as_of < {0}", $"worker_id in ({HeldPeople})")],
        [RecordKind.CaseExtras] =
        [
            new("case_supplement", null, ClosedLong, $"case_id in ({HeldCases})"),
            new("case_conflict", null, ClosedLong, $"case_id in ({HeldCases})"),
            new("case_co_worker", null, ClosedLong, $"case_id in ({HeldCases})"),
            new("handover_note", null, ClosedLong, $"case_id in ({HeldCases})"),
        ],
        [RecordKind.CaseNames] =
        [
            new("restricted_case", null, ClosedLong, $"case_id in ({HeldCases})"),
            new("case_record", NameGoes, NamedAndClosedLong, $"id in ({HeldCases})"),
        ],
    };

    /// <summary>How many rows have been kept long enough, and how many of them a hold keeps.</summary>
    public static async Task<(int Due, int Held)> Count(FairloadDb db, RecordKind kind, DateOnly day, DateTime at, CancellationToken stop)
    {
        var (due, held) = (0, 0);
        foreach (var one in All[kind])
        {
            due += await Count(db, one, one.Where, day, at, stop);
            if (one.Unless.Length > 0) held += await Count(db, one, $"{one.Where} and {one.Unless}", day, at, stop);
        }

        return (due - held, held);
    }

    /// <summary>Inside a change.</summary>
    public static async Task<int> Run(FairloadDb db, RecordKind kind, DateOnly day, DateTime at, CancellationToken stop)
    {
        var deleted = 0;
        foreach (var one in All[kind])
        {
            var does = one.Set is null ? $"delete from {one.Table}" : $"update {one.Table} set {one.Set}";
            var unless = one.Unless.Length > 0 ? $" and not ({one.Unless})" : "";
            var sql = $"{does} where {one.Where}{unless}";
            deleted += await db.Database.ExecuteSqlRawAsync(sql, [day, at], stop);
        }

        if (deleted > 0) db.PictureChanged();
        return deleted;
    }

    private static async Task<int> Count(FairloadDb db, Deleting one, string where, DateOnly day, DateTime at, CancellationToken stop)
    {
        var sql = $"select count(*) as \"Value\" from {one.Table} where {where}";
        return (int)await db.Database.SqlQueryRaw<long>(sql, day, at).SingleAsync(stop);
    }
}
