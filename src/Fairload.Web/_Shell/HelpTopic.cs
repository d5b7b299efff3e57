using Fairload.Core.Access;

namespace Fairload.Web;

/// <summary>What whoever has the permission does on a page.</summary>
internal sealed record HelpLine(Permission Needs, Func<Catalogue, string> Says);

/// <summary>Help with one page, or with all pages below a place that have none of their own.</summary>
/// <param name="Place">Its path; <c>*</c> stands for the key of a record.</param>
/// <param name="For">What the page is for.</param>
/// <param name="Lines">What each permission does there.</param>
internal sealed record HelpTopic(string Place, Func<Catalogue, string> For, params HelpLine[] Lines)
{
    /// <summary>What a place of the navigation is called on the page of help; null for pages that are reached from others.</summary>
    public Func<Catalogue, string>? Name { get; init; }

    /// <summary>Who finds it there; null for everybody.</summary>
    public Permission? Needs { get; init; }

    private string[] Parts { get; } = Split(Place);

    public static IReadOnlyList<HelpTopic> All { get; } = [.. HelpOfWork.Topics, .. HelpOfTheYear.Topics, .. HelpOfTheProgram.Topics];

    /// <summary>The topic that fits most of the path, a word sooner than a star; null where none does.</summary>
    public static HelpTopic? Of(PathString path)
    {
        var asked = Split(path.Value ?? "");
        return All.Where(t => t.Fits(asked)).OrderByDescending(t => t.Parts.Length).ThenBy(t => t.Parts.Count(p => p == "*"))
            .FirstOrDefault();
    }

    public string Called(Catalogue T) => Name?.Invoke(T) ?? "";

    /// <summary>What this reader does there.</summary>
    public IEnumerable<string> To(Reader reader, Catalogue T) => Lines.Where(l => reader.May(l.Needs)).Select(l => l.Says(T));

    private bool Fits(string[] asked) => asked.Length >= Parts.Length && (Parts.Length > 0 || asked.Length == 0)
        && Parts.Zip(asked).All(p => p.First == "*" || string.Equals(p.First, p.Second, StringComparison.OrdinalIgnoreCase));

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
