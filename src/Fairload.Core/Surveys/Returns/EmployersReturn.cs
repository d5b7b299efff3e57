namespace Fairload.Core.Surveys.Returns;

/// <summary>
/// What the employer says of one year, expectation by expectation: filled in by named people, signed by one of them. Once signed it is
/// never changed; a corrected one takes its place, with a reason, and the one before can still be read.
/// </summary>
/// <remarks>It is no ballot: whoever makes it speaks for the employer, by name.</remarks>
public sealed class EmployersReturn
{
    /// <summary>In characters: such as "Director of adult social services".</summary>
    public const int MostPosition = 200;

    /// <summary>In characters, of the reason for a corrected return.</summary>
    public const int MostReason = 1000;

    /// <summary>So many years back a return can still be made.</summary>
    public const int YearsBack = 5;

    private EmployersReturn() { }

    public Id<EmployersReturn> Id { get; private init; }
    public int Year { get; private init; }

    /// <summary>From 1 in each year; each signed one takes the place of the one before.</summary>
    public int Number { get; private init; }

    /// <summary>What is asked, as it was when the return was begun.</summary>
    public string Document { get; private init; } = "";

    /// <summary>Why a signed one had to be corrected; empty for the first.</summary>
    public string Reason { get; private init; } = "";
    public string BegunBy { get; private init; } = "";
    public DateOnly BegunOn { get; private init; }

    public string SignedBy { get; private set; } = "";

    /// <summary>As whom they signed.</summary>
    public string Position { get; private set; } = "";
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Goes up with everything that is saved, so that nobody signs what they have not read.</summary>
    public int Version { get; private set; }

    public bool IsSigned => SignedOn is not null;

    public static Result<EmployersReturn> Begin(int year, string document, string by, DateOnly today)
    {
        if (year > today.Year || year < today.Year - YearsBack)
            return new Problem("Year", $"Enter a year from {today.Year - YearsBack} to {today.Year}");
        return new EmployersReturn
        {
            Id = Id<EmployersReturn>.New(),
            Year = year,
            Number = 1,
            Document = document,
            BegunBy = by,
            BegunOn = today,
        };
    }

    /// <summary>One that will take the place of this one when it is signed; until then this one counts.</summary>
    public Result<EmployersReturn> Correct(string reason, string by, DateOnly today)
    {
        if (!IsSigned) return new Problem("Reason", $"This return is not signed yet, so it needs no correction: change it as it is");
        var why = reason.Trim();
        if (why.Length == 0)
            return new Problem("Reason", $"Say why the signed return has to be corrected. Everybody who reads it will see this");
        if (why.Length > MostReason)
            return new Problem("Reason", $"The reason has {why.Length} characters; shorten it to {MostReason} or fewer");
        return new EmployersReturn
        {
            Id = Id<EmployersReturn>.New(),
            Year = Year,
            Number = Number + 1,
            Document = Document,
            Reason = why,
            BegunBy = by,
            BegunOn = today,
        };
    }

    /// <summary>A part of it was saved.</summary>
    /// <exception cref="InvalidOperationException">It is signed: whoever calls has asked before.</exception>
    public void Saved()
    {
        if (IsSigned) throw new InvalidOperationException("A signed return is not changed.");
        Version++;
    }

    /// <param name="answers">All that is saved.</param>
    /// <param name="read">The version that whoever signs has read.</param>
    public Result<EmployersReturn> Sign(
        IReadOnlyList<ReturnAnswer> answers, string position, int read, string by, DateOnly today)
    {
        if (IsSigned) return AlreadySigned;
        if (read != Version) return new Problem("", $"Somebody has saved a part of this return meanwhile. Read it again below, then sign it");
        if (!answers.Any(a => a.Value is not null || a.IsNotKnown))
            return new Problem("", $"No expectation has an answer yet. Fill in a part first; “not known” is an answer too");
        var post = position.Trim();
        if (post.Length == 0)
            return new Problem("Position", $"Enter the post in which you sign, for example director of adult social services");
        if (post.Length > MostPosition) return new Problem("Position", $"Shorten the post to {MostPosition} characters or fewer");
        (SignedBy, Position, SignedOn) = (by, post, today);
        Version++;
        return this;
    }

    public static Problem AlreadySigned => new("", $"This return is signed and is not changed any more. Correct it with a reason instead");
}
