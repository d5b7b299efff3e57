using Fairload.App.Allocation.Meetings;
using Fairload.Core.Allocation;

namespace Fairload.Web.Allocation;

/// <summary>How far a search is, in words.</summary>
internal static class SearchWords
{
    /// <summary>Per cent of the effort, whole.</summary>
    public static int Whole(AtWork now) => (int)(now.Spent * 100);

    public static string Says(Catalogue T, AtWork now) => T.Count(
        (int)now.For.TotalSeconds, "At work for {0} second: {1}. {2}% of the effort is spent; it may end sooner.",
        "At work for {0} seconds: {1}. {2}% of the effort is spent; it may end sooner.", Name(T, now.Part), Whole(now));

    /// <summary>The parts that such a search goes through, in their order.</summary>
    public static IEnumerable<SearchPart> Parts(AtWork now) => Enum.GetValues<SearchPart>().Where(p => now.TriesMoves
        ? p is not (SearchPart.Placing or SearchPart.Kindness) : p != SearchPart.Moving);

    public static string Name(Catalogue T, SearchPart part) => part switch
    {
        SearchPart.Reading => T["people and cases are read"],
        SearchPart.Placing => T["as much as there is room for is placed"],
        SearchPart.Levelling => T["the heaviest loads are made lighter"],
        SearchPart.Moving => T["it is tried what each move buys"],
        _ => T["among what is as fair, the kindest is looked for"],
    };
}
