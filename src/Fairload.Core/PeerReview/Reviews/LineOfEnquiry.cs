using Fairload.Core.Workforce;

namespace Fairload.Core.PeerReview.Reviews;

/// <summary>What was looked at for a line of enquiry, in counts; null for not counted.</summary>
public sealed record EvidenceConsidered(int? Documents, int? Data, int? Interviews, int? Observations, int? Files)
{
    public const int Most = 10_000;

    public static EvidenceConsidered NotCounted { get; } = new(null, null, null, null, null);

    public bool IsSound => new[] { Documents, Data, Interviews, Observations, Files }.All(n => n is null or (>= 0 and <= Most));
}

/// <summary>What somebody says of a line of enquiry.</summary>
/// <param name="Part">Code of the part of a framework to which it belongs; empty for none.</param>
public sealed record LineSaid(
    string Question, string Part, string Strengths, string ToConsider, EvidenceConsidered Considered, string Response);

/// <summary>One question that reviewers follow, what they found of it, and what the council answers. It has no grade.</summary>
public sealed class LineOfEnquiry
{
    public const int MostText = 4000;

    private LineOfEnquiry() { }

    public Id<LineOfEnquiry> Id { get; private init; }
    public Id<Review> ReviewId { get; private init; }

    /// <summary>1, 2, 3 … in its review.</summary>
    public int Number { get; private init; }
    public string Question { get; private set; } = "";
    public string Part { get; private set; } = "";
    public string Strengths { get; private set; } = "";

    /// <summary>Areas to consider, as the reviewers call them; empty for none.</summary>
    public string ToConsider { get; private set; } = "";
    public int? Documents { get; private set; }
    public int? Data { get; private set; }
    public int? Interviews { get; private set; }
    public int? Observations { get; private set; }
    public int? Files { get; private set; }

    /// <summary>The council's own; empty while there is none.</summary>
    public string Response { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public DateOnly WrittenOn { get; private set; }
    public int Version { get; private set; }

    public EvidenceConsidered Considered => new(Documents, Data, Interviews, Observations, Files);

    /// <summary>By which an action names what it follows from.</summary>
    public string Reference => $"peer-review {ReviewId}/{Number}";

    /// <summary>There is something to consider, and the council has not answered.</summary>
    public bool WaitsForResponse => ToConsider.Length > 0 && Response.Length == 0;

    /// <param name="staff">Names of people at work here: texts name nobody of them.</param>
    public static Result<LineOfEnquiry> Open(
        Id<Review> review, int number, LineSaid said, IReadOnlyCollection<string> parts, IReadOnlyList<string> staff, string by,
        DateOnly today)
    {
        if (Wrong(said, parts, staff) is { Count: > 0 } problems) return problems;
        var line = new LineOfEnquiry { Id = Id<LineOfEnquiry>.New(), ReviewId = review, Number = number };
        line.Take(said, by, today);
        return line;
    }

    /// <param name="seen">The version that the reader saw.</param>
    public Result<LineOfEnquiry> Rewrite(
        LineSaid said, IReadOnlyCollection<string> parts, IReadOnlyList<string> staff, int seen, string by, DateOnly today)
    {
        if (seen != Version)
            return new Problem("", $"{WrittenBy} has changed this line of enquiry meanwhile. Their words stand below; what you entered is still here and not saved");
        if (Wrong(said, parts, staff) is { Count: > 0 } problems) return problems;
        Take(said, by, today);
        return this;
    }

    private void Take(LineSaid said, string by, DateOnly today)
    {
        (Question, Part) = (said.Question.Trim(), said.Part);
        (Strengths, ToConsider, Response) = (said.Strengths.Trim(), said.ToConsider.Trim(), said.Response.Trim());
        (Documents, Data, Interviews, Observations, Files) = said.Considered;
        (WrittenBy, WrittenOn) = (by, today);
        Version++;
    }

    private static List<Problem> Wrong(LineSaid said, IReadOnlyCollection<string> parts, IReadOnlyList<string> staff)
    {
        var problems = new List<Problem>();
        if (said.Question.Trim().Length is 0 or > 500)
            problems.Add(new("Question", $"Enter the question that is followed, in 500 characters or fewer"));
        if (said.Part.Length > 0 && !parts.Contains(said.Part))
        {
            problems.Add(new("Part", $"There is no part {said.Part}. Choose parts of the list"));
        }

        if (!said.Considered.IsSound)
            problems.Add(new("Documents", $"Enter how many pieces were considered, from 0 to {EvidenceConsidered.Most}, or leave it empty where nobody counted"));
        foreach (var (field, text) in new[] { ("Strengths", said.Strengths), ("ToConsider", said.ToConsider), ("Response", said.Response) })
        {
            if (text.Trim().Length > MostText) problems.Add(new(field, $"Shorten this to {MostText} characters or fewer"));
            if (Attribution.Named(text, staff) is { } name)
                problems.Add(new(field, $"This names {name}. Write what was said, and not who said it or of whom"));
        }

        return problems;
    }
}
