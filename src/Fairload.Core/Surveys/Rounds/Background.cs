using Fairload.Core.Workforce;

namespace Fairload.Core.Surveys.Rounds;

/// <summary>The background questions: what can be answered, and what the staff list says of each person. The options are few and wide on
/// purpose: each further one makes smaller groups.</summary>
public static class Background
{
    /// <summary>The question that is always asked.</summary>
    public const string Unit = "unit";

    /// <summary>Chosen by whoever would rather not say; always offered.</summary>
    public const string NotSaid = "not-said";

    /// <summary>Of somebody of whom the staff list does not tell it; not offered.</summary>
    public const string NotKnown = "not-known";

    /// <summary>How the question is named in a ballot.</summary>
    public static string Code(BackgroundQuestion question) => question switch
    {
        BackgroundQuestion.RoleGroup => "role-group",
        BackgroundQuestion.LengthOfService => "length-of-service",
        BackgroundQuestion.Experience => "experience",
        BackgroundQuestion.Contract => "contract",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>What can be chosen, beside not to say.</summary>
    public static IReadOnlyList<string> Options(BackgroundQuestion question) => question switch
    {
        BackgroundQuestion.RoleGroup => ["manager", "social-worker", "other"],
        BackgroundQuestion.LengthOfService => ["under-2", "2-to-5", "over-5"],
        BackgroundQuestion.Experience => ["newly-qualified", "experienced"],
        BackgroundQuestion.Contract => ["employed", "agency-or-bank"],
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>What a colleague who has the staff list would answer for this person.</summary>
    /// <param name="isManager">By the words of the title, as everywhere in the program.</param>
    public static string Of(BackgroundQuestion question, WorkerFacts worker, bool isManager, DateOnly day) => question switch
    {
        BackgroundQuestion.RoleGroup => isManager ? "manager" : IsSocialWorker(worker) ? "social-worker" : "other",
        BackgroundQuestion.LengthOfService => Service(worker.StartsOn, day),
        BackgroundQuestion.Experience => IsNew(worker.AsyeStartedOn, day) ? "newly-qualified" : "experienced",
        BackgroundQuestion.Contract => IsAgencyOrBank(worker.EmploymentType) ? "agency-or-bank" : "employed",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>Paid by an agency or called from the bank: they are asked like everybody else.</summary>
    public static bool IsAgencyOrBank(string employmentType) =>
        employmentType.Contains("agency", StringComparison.OrdinalIgnoreCase)
        || employmentType.Contains("bank", StringComparison.OrdinalIgnoreCase);

    private static bool IsSocialWorker(WorkerFacts worker) =>
        !string.IsNullOrWhiteSpace(worker.SweNumber) || worker.Role.Contains("social worker", StringComparison.OrdinalIgnoreCase);

    private static bool IsNew(DateOnly? asye, DateOnly day) => asye is { } start && start <= day && day < start.AddYears(1);

    private static string Service(DateOnly? start, DateOnly day) => start switch
    {
        null => NotKnown,
        { } since when day < since.AddYears(2) => "under-2",
        { } since when day < since.AddYears(5) => "2-to-5",
        _ => "over-5",
    };
}
