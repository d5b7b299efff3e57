using Fairload.Core.Imports;

namespace Fairload.Web.Imports;

/// <summary>The two answers to a contradiction.</summary>
/// <param name="Page">The page whose answer they are.</param>
/// <param name="Theirs">The words of the extract, as the person sees them.</param>
internal sealed record SettleButtons(string Page, Id<EnteredHere> Mark, string Theirs, string About)
{
    public string Address => $"{Page}?handler=Settle";
}
