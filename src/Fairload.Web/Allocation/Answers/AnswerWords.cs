using Fairload.Core.Allocation.Answers;

namespace Fairload.Web.Allocation.Answers;

/// <summary>Answers and replies in words.</summary>
internal static class AnswerWords
{
    public static string Kind(Catalogue T, AnswerKind kind) => kind switch
    {
        AnswerKind.Agreed => T["Agreed"],
        AnswerKind.LetsTalk => T["Let's talk"],
        _ => T["Not safe"],
    };

    public static string To(Catalogue T, AllocationAnswer answer, string? manager) => answer.ToRole switch
    {
        Replier.LineManager => T["the line manager"],
        Replier.AnotherManager => manager ?? T["another manager"],
        Replier.Panel => T["the complex case panel"],
        _ => T["the principal social worker"],
    };

    public static string Step(Catalogue T, LateStep step) => step switch
    {
        LateStep.HeadOfService => T["the head of service"],
        LateStep.PrincipalSocialWorker => T["the principal social worker"],
        _ => T["the director"],
    };

    public static string Outcome(Catalogue T, ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.TheyKeepIt => T["The worker takes it, with what the reply says."],
        _ => T["Somebody else takes it."],
    };
}
