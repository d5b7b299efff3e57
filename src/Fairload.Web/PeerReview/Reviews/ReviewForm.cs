using Fairload.Core.PeerReview.Reviews;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>What is entered about a review.</summary>
internal sealed class ReviewForm
{
    public string? OtherCouncil { get; set; }
    public DateOnly? FromOn { get; set; }
    public DateOnly? LastOn { get; set; }
    public string? Team { get; set; }
    public string? About { get; set; }

    public static ReviewForm Of(Review review) => new()
    {
        OtherCouncil = review.OtherCouncil,
        FromOn = review.FromOn,
        LastOn = review.LastOn,
        Team = review.Team,
        About = review.About,
    };

    public ReviewSaid Said() => new(OtherCouncil ?? "", FromOn, LastOn, Team ?? "", About ?? "");
}

/// <summary>What is entered about a line of enquiry.</summary>
internal sealed class LineForm
{
    public string? Question { get; set; }
    public string? Part { get; set; }
    public string? Strengths { get; set; }
    public string? ToConsider { get; set; }
    public int? Documents { get; set; }
    public int? Data { get; set; }
    public int? Interviews { get; set; }
    public int? Observations { get; set; }
    public int? Files { get; set; }
    public string? Response { get; set; }

    public static LineForm Of(LineOfEnquiry? line) => line is null ? new()
        : new()
        {
            Question = line.Question,
            Part = line.Part,
            Strengths = line.Strengths,
            ToConsider = line.ToConsider,
            Documents = line.Documents,
            Data = line.Data,
            Interviews = line.Interviews,
            Observations = line.Observations,
            Files = line.Files,
            Response = line.Response,
        };

    public LineSaid Said() => new(
        Question ?? "", Part ?? "", Strengths ?? "", ToConsider ?? "", new(Documents, Data, Interviews, Observations, Files), Response ?? "");
}
