using Fairload.App.Workforce;

namespace Fairload.Web.Workforce;

/// <summary>How a person stands today, as tags.</summary>
internal sealed record StaffTagsView(StaffLine Line, DateOnly Today);
