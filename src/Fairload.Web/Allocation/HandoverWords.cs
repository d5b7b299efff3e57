using Fairload.App.Allocation;

namespace Fairload.Web.Allocation;

/// <summary>Handing over, in words.</summary>
internal static class HandoverWords
{
    private const int Shown = 120;

    public static string Says(Catalogue T, HandoverList list) => (list.Missing, list.EndsOn) switch
    {
        (0, _) => T["Every case of yours has a handover note."],
        (var missing, { } ends) => T.Count(missing, "{0} of your cases has no handover note yet. Your last day is {1}.",
            "{0} of your cases have no handover note yet. Your last day is {1}.", ends),
        var (missing, _) => T.Count(missing, "{0} of your cases has no handover note yet.", "{0} of your cases have no handover note yet."),
    };

    public static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
