using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>
/// What a person is, in the words that a statement of reserved functions uses: <c>registered</c>, <c>newly-qualified</c>,
/// <c>experienced</c> (registered and not newly qualified), <c>manager</c>, and their approvals as the staff sheet writes them, in
/// lower case: <c>amhp</c>, <c>bia</c>.
/// </summary>
public static class Qualifications
{
    public const string Registered = "registered";
    public const string NewlyQualified = "newly-qualified";
    public const string Experienced = "experienced";
    public const string Manager = "manager";

    /// <summary>Registered is whoever has a number of the register on the staff sheet.</summary>
    public static IReadOnlySet<string> Of(Worker worker, DateOnly day)
    {
        var are = new HashSet<string>(StringComparer.Ordinal);
        foreach (var approval in worker.Approvals.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            are.Add(Word(approval));

        if (worker.IsNewlyQualified(day)) are.Add(NewlyQualified);
        if (!string.IsNullOrWhiteSpace(worker.SweNumber))
        {
            are.Add(Registered);
            if (!worker.IsNewlyQualified(day)) are.Add(Experienced);
        }

        if (StaffKind.Of(worker.Role, worker.Level).IsManager) are.Add(Manager);
        return are;
    }

    /// <summary>As compared: "AMHP (approved to 2028)" is <c>amhp</c>.</summary>
    public static string Word(string written) => Written.Fold(written.Split('(')[0]).Trim();
}
