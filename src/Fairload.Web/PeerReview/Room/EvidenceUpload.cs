using Fairload.App.PeerReview.Room;
using Fairload.Web.Imports;

namespace Fairload.Web.PeerReview.Room;

/// <summary>A file or a link as it came in with a form.</summary>
internal static class EvidenceUpload
{
    public static EvidenceGiven Given(this Upload upload) => new(upload.GivenName, upload.File, upload.Fields["Link"].ToString());

    /// <summary>Null for a file that is not too large, and where there is none.</summary>
    public static Problem? TooLarge(this Upload upload, int megabytes) => upload.IsTooLarge
        ? new Problem("File", $"The file is larger than {megabytes} MB, which is the most that can be uploaded. Put in a smaller one, or a link to where it lies")
        : null;
}
