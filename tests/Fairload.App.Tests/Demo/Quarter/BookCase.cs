using Fairload.Core.Caseload;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>What can be said of a case.</summary>
/// <param name="Team">Its name; empty for none.</param>
/// <param name="Worker">The staff number; empty for nobody.</param>
internal sealed record CaseFacts(string Type, DateOnly Start, string Team, string Worker, DateOnly? Closed = null, DateOnly? Given = null);

/// <summary>A case in two versions: as the case system has it, and as it must stand in Fairload.</summary>
internal sealed class BookCase(string reference, Area area)
{
    public string Reference { get; } = reference;
    public Area Area { get; } = area;
    public CaseFacts? There { get; set; }

    /// <summary>The case system has it and its extract leaves it out.</summary>
    public bool IsLeftOut { get; set; }
    public CaseFacts? Here { get; set; }
    public BookMark? Mark { get; set; }
    public BookDecision? Decision { get; set; }

    /// <summary>Something was done with it already; the script leaves it alone.</summary>
    public bool IsTouched { get; set; }

    public bool IsOpen => Here is { Closed: null };
}

/// <summary>It was agreed here who takes a case.</summary>
/// <param name="Before">Staff numbers of those whom the case system may still show, the first decision's first.</param>
internal sealed record BookDecision(string Worker, IReadOnlyList<string> Before, bool IsEntered = false);
