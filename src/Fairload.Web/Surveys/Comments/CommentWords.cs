using Fairload.Core.Surveys.Comments;

namespace Fairload.Web.Surveys.Comments;

/// <summary>Reading comments, in words.</summary>
internal static class CommentWords
{
    public static string Reason(Catalogue T, RedactionReason reason) => reason switch
    {
        RedactionReason.NamesSomebody => T["It names somebody"],
        RedactionReason.TellsTheWriter => T["It tells who wrote it"],
        RedactionReason.Health => T["It is about somebody's health"],
        RedactionReason.Case => T["It is about a family or a case"],
        RedactionReason.Abuse => T["It abuses somebody"],
        _ => T["Something else"],
    };

    public static string Reasons(Catalogue T, IReadOnlyList<RedactionReason> reasons) =>
        string.Join("; ", reasons.Select(r => Reason(T, r)));

    public static string Harm(Catalogue T, HarmKind kind) => kind switch
    {
        HarmKind.SelfHarm => T["harm to oneself"],
        HarmKind.Violence => T["violence"],
        HarmKind.ChildAtRisk => T["a child at risk"],
        HarmKind.AdultAtRisk => T["an adult at risk"],
        HarmKind.Bullying => T["bullying or harassment"],
        _ => T["sexual harassment"],
    };

    public static string Harms(Catalogue T, IReadOnlyList<HarmKind> kinds) => string.Join("; ", kinds.Select(k => Harm(T, k)));

    public static string Where(Catalogue T, string? service) => service ?? T["Several services together"];
}
